package ai.equalto.lesserbody.memory;

import ai.equalto.lesserbody.auth.KeyRing;
import ai.equalto.lesserbody.auth.Seal;
import ai.equalto.lesserbody.tool.Tool;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The tools {@code memory_append} and {@code memory_query}. */
public final class MemoryTools {
  private MemoryTools() {}

  /**
   * The tools of one store.
   *
   * @param keys seal cursors; without any nobody is authenticated to call
   * @param clock tells when "now" is, for events and for cursors
   * @param random makes the ids of events unguessable; asked only during a call
   */
  public static List<Tool<?, ?>> create(
      MemoryStore store, Optional<KeyRing> keys, Clock clock, RandomGenerator random) {
    MemoryCursor cursors = new MemoryCursor(new Seal(keys, MemoryCursor.PURPOSE, clock));
    return List.of(
        new AppendTool(store, clock, random).tool(), new QueryTool(store, cursors).tool());
  }
}
