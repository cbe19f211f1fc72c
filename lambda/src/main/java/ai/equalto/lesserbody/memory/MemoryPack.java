package ai.equalto.lesserbody.memory;

import ai.equalto.lesserbody.auth.Seal;
import ai.equalto.lesserbody.auth.Secrets;
import ai.equalto.lesserbody.pack.Pack;
import java.time.Clock;
import java.util.random.RandomGenerator;

/** The tools {@code memory_append} and {@code memory_query}. */
public final class MemoryPack {
  private MemoryPack() {}

  /**
   * The pack {@code memory}, on one store.
   *
   * @param secrets seal cursors
   * @param clock tells when "now" is, for events and for cursors
   * @param random makes the ids of events unguessable; asked only during a call
   */
  public static Pack create(
      MemoryStore store, Secrets secrets, Clock clock, RandomGenerator random) {
    MemoryCursor cursors = new MemoryCursor(new Seal(secrets, MemoryCursor.PURPOSE, clock));
    return Pack.of(
            "memory",
            "Memory belongs to the caller alone: append what is worth keeping, and query it before"
                + " asking again.")
        .withTools(
            new AppendTool(store, clock, random).tool(), new QueryTool(store, cursors).tool());
  }
}
