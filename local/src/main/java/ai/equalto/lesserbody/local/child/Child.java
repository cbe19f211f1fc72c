package ai.equalto.lesserbody.local.child;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs programs that never outlive this one: not after their time, nor after an interruption. */
public final class Child {
  private static final Logger LOG = LoggerFactory.getLogger(Child.class);

  private Optional<Process> process = Optional.empty();
  private boolean ended;

  private Child() {}

  /**
   * Runs a program to its end and returns its exit status.
   *
   * @param name what to call it in a message
   * @param program its command, folder and environment
   * @param log takes all that it prints
   * @param limit how long it may run
   * @throws MissingProgramException if it cannot be started
   * @throws ChildException if it did not end in time, or this program was interrupted
   */
  public static int run(String name, ProcessBuilder program, Path log, Duration limit)
      throws IOException, InterruptedException {
    Child child = new Child();
    // Before there is a program: whenever the interruption comes, the hook finds what there is.
    Thread hook = new Thread(child::end, "end child");
    try {
      Runtime.getRuntime().addShutdownHook(hook);
      Process process = child.start(program, log);
      if (!process.waitFor(limit)) {
        throw new ChildException(
            "%s did not end in time, and was stopped. It said last:%n%s"
                .formatted(name, lastLines(log)));
      }
      return process.exitValue();
    } catch (IllegalStateException e) {
      throw interrupted();
    } finally {
      child.end();
      forget(hook);
    }
  }

  /** What a program said last, for a message. */
  public static String lastLines(Path log) throws IOException {
    List<String> lines =
        new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
    return String.join(
        System.lineSeparator(), lines.subList(Math.max(0, lines.size() - 20), lines.size()));
  }

  private synchronized Process start(ProcessBuilder program, Path log) throws ChildException {
    if (ended) {
      throw interrupted();
    }
    try {
      Process started = program.redirectErrorStream(true).redirectOutput(log.toFile()).start();
      process = Optional.of(started);
      return started;
    } catch (IOException e) {
      throw new MissingProgramException(e.getMessage());
    }
  }

  private synchronized void end() {
    ended = true;
    process.ifPresent(running -> {
      running.descendants().forEach(ProcessHandle::destroyForcibly);
      running.destroyForcibly();
    });
  }

  private static ChildException interrupted() {
    return new ChildException("Interrupted.");
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      LOG.debug("Interrupted meanwhile; the hook ends the program", e);
    }
  }
}
