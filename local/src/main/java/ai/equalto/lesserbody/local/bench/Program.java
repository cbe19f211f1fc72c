package ai.equalto.lesserbody.local.bench;

import ai.equalto.lesserbody.local.child.Child;
import ai.equalto.lesserbody.local.child.MissingProgramException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** Runs other people's programs, which have to succeed. */
final class Program {
  private static final Duration LIMIT = Duration.ofMinutes(10);

  private Program() {}

  /**
   * Runs one to its end.
   *
   * @param name what to call it in a message
   * @param log takes all that it prints
   * @throws BenchException if it cannot be started, ends with another status than 0, or not in time
   */
  static void run(String name, ProcessBuilder program, Path log)
      throws IOException, InterruptedException {
    try {
      int status = Child.run(name, program, log, LIMIT);
      if (status != 0) {
        throw new BenchException(
            "%s ended with %d:%n%s".formatted(name, status, Child.lastLines(log)));
      }
    } catch (MissingProgramException e) {
      throw new BenchException(
          "The bench needs %s, which cannot be started: %s".formatted(name, e.getMessage()), e);
    }
  }
}
