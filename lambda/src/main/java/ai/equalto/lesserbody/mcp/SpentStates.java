package ai.equalto.lesserbody.mcp;

import java.time.Duration;

/** Knows what was used up, on all instances of the function. */
public interface SpentStates {
  /** What became of an attempt to use something up. */
  enum Spending {
    /** It was good, and is so no longer. */
    SPENT,
    /** It had been used up before. */
    SPENT_BEFORE,
    /** Nobody can tell just now, so it must not be used. */
    UNAVAILABLE
  }

  /**
   * Uses something up.
   *
   * @param id tells it from everything else
   * @param memory how long it must be known as used up
   */
  Spending spend(String id, Duration memory);
}
