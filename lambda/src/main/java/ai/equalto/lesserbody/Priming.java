package ai.equalto.lesserbody;

import ai.equalto.lesserbody.audit.FaultLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * Has the whole path run before the first request, where Lambda gives time for it: before the
 * snapshot of SnapStart is taken, and while provisioned concurrency starts. What runs is a second
 * server, with a secret that is drawn for it and stores that nobody can reach, and is then
 * forgotten. The real one stays as its constructor left it: the snapshot holds no secret, key,
 * credential or connection of ours, so that there is nothing to refresh after it is restored.
 */
final class Priming implements Resource {
  /** Enough for the compiler to take up what is called on every request. */
  private static final int ROUNDS = 300;

  private final PrimingCalls calls;
  private final Function<Map<String, String>, Door> doors;
  private final FaultLog faults;

  /** A way in, without what only Lambda can give. */
  @FunctionalInterface
  interface Door {
    void pass(InputStream event, OutputStream answer) throws IOException;
  }

  private Priming(PrimingCalls calls, Function<Map<String, String>, Door> doors, FaultLog faults) {
    this.calls = calls;
    this.doors = doors;
    this.faults = faults;
  }

  /**
   * Has it run, at once or before the snapshot, where Lambda gives time for it.
   *
   * @param environment of the function
   * @param doors makes the door of a server with other settings
   * @return what has to be kept for as long as the function, since the runtime does not
   */
  static Optional<Priming> arrange(
      Map<String, String> environment, Function<Map<String, String>, Door> doors, FaultLog faults) {
    if (!LambdaEnvironment.isStartedAhead(environment)) {
      return Optional.empty();
    }
    Priming priming = new Priming(new PrimingCalls(environment), doors, faults);
    if (!LambdaEnvironment.isSnapshot(environment)) {
      priming.run();
      return Optional.empty();
    }
    Core.getGlobalContext().register(priming);
    return Optional.of(priming);
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    run();
  }

  /** Nothing was opened, read or drawn before the snapshot. */
  @Override
  public void afterRestore(Context<? extends Resource> context) {}

  /** A function that starts cold is better than one that does not start. */
  private void run() {
    try {
      send(calls.withoutStores(), calls.events(), ROUNDS);
      // These wait for stores that do not answer, so once is enough.
      send(calls.withStores(), calls.storeEvents(), 1);
    } catch (IOException | RuntimeException | LinkageError broken) {
      faults.record("priming", broken);
    }
  }

  private void send(Map<String, String> settings, List<String> events, int rounds)
      throws IOException {
    Door door = doors.apply(settings);
    for (int round = 0; round < rounds; round++) {
      for (String event : events) {
        InputStream input = new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8));
        door.pass(input, new ByteArrayOutputStream());
      }
    }
  }
}
