package ai.equalto.lesserbody.limit;

import java.time.Instant;

/** Whether something is let through. */
sealed interface Verdict {
  /**
   * It is.
   *
   * @param slot where it was counted
   * @param remaining how much more would be
   * @param more when that grows again
   */
  record Granted(long slot, long remaining, Instant more) implements Verdict {}

  /**
   * It is not, and nothing was counted.
   *
   * @param remaining how much would be
   * @param until when it would be, if nothing else is until then
   */
  record Refused(long remaining, Instant until) implements Verdict {}

  /** It never is: it is more at once than the limit. */
  record TooMuch() implements Verdict {}

  /** That could not be found out. */
  record Unknown() implements Verdict {}
}
