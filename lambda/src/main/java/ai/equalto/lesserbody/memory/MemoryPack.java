package ai.equalto.lesserbody.memory;

import ai.equalto.lesserbody.auth.Seal;
import ai.equalto.lesserbody.auth.Secrets;
import ai.equalto.lesserbody.pack.Manifest;
import ai.equalto.lesserbody.pack.Pack;
import java.time.Clock;
import java.util.random.RandomGenerator;

/** The memory of the caller: tools, resources, and a prompt to reflect on it. */
public final class MemoryPack {
  /** What a setting calls it. */
  public static final String NAME = "memory";

  /** What is in it. */
  public static final Manifest MANIFEST =
      Manifest.of(
              NAME,
              "Memory belongs to the caller alone: append what is worth keeping, and query it"
                  + " before asking again.")
          .withTools("memory_append", "memory_query")
          .withResources("agent://memory/recent")
          .withTemplates("agent://memory/{date}")
          .withPrompts("memory_reflect");

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
    Recall recall = new Recall(store, cursors);
    MemoryResources resources = new MemoryResources(recall);
    return Pack.of(NAME, MANIFEST.instructions())
        .withTools(new AppendTool(store, clock, random).tool(), new QueryTool(recall).tool())
        .withResources(resources.recent())
        .withTemplates(resources.days())
        .withPrompts(new ReflectPrompt(recall, resources).prompt());
  }
}
