package ai.equalto.lesserbody.local.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A function in a process of its own, which this one invokes and never leaves behind. */
final class FunctionProcess implements AutoCloseable {
  /** Nothing that is measured takes as long; it is for what hangs. */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private static final String ROOT = "/2018-06-01/runtime/";
  private static final String NEXT = "GET " + ROOT + "invocation/next";
  private static final String RESTORE = "GET " + ROOT + "restore/next";
  private static final int LAST_LINES = 20;

  private final RuntimeApi api;
  private final Process process;
  private final AtExit ending;
  private final Path log;
  private final long spawned;
  private Asked waiting;

  /**
   * What came of an event.
   *
   * @param nanos how long it was under way
   * @param sinceStart when it was there, counted from the start of the process
   * @param text what it begins with
   */
  record Answer(long nanos, long sinceStart, String text) {}

  private FunctionProcess(RuntimeApi api, Process process, AtExit ending, Path log, long spawned) {
    this.api = api;
    this.process = process;
    this.ending = ending;
    this.log = log;
    this.spawned = spawned;
  }

  /**
   * Starts a function, and returns when it waits for its first event.
   *
   * @param prefix what stands before the command, see {@link Cpus#one}
   * @param log takes all that it prints
   * @throws BenchException if it does not start
   */
  static FunctionProcess start(Launch launch, List<String> prefix, Path log)
      throws IOException, InterruptedException {
    RuntimeApi api = RuntimeApi.open();
    try {
      List<String> command = new ArrayList<>(prefix);
      command.addAll(launch.command());
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.directory(launch.folder().toFile());
      builder.redirectErrorStream(true).redirectOutput(log.toFile());
      builder.environment().clear();
      builder.environment().putAll(launch.environment(api.address()));
      long spawned = System.nanoTime();
      Process process = builder.start();
      return opened(new FunctionProcess(api, process, ending(process), log, spawned));
    } catch (IOException | InterruptedException | RuntimeException e) {
      api.close();
      throw e;
    }
  }

  private static AtExit ending(Process process) throws BenchException {
    try {
      return new AtExit(process::destroyForcibly);
    } catch (IllegalStateException e) {
      process.destroyForcibly();
      throw new BenchException("Interrupted.", e);
    }
  }

  private static FunctionProcess opened(FunctionProcess started)
      throws IOException, InterruptedException {
    try {
      var _ = started.process.onExit().thenRun(started.api::giveUp);
      started.waiting = started.askedNext();
      return started;
    } catch (IOException | InterruptedException | RuntimeException e) {
      started.close();
      throw e;
    }
  }

  /** From the start of the process until it waited for its first event. */
  long readyNanos() {
    return waiting.nanos() - spawned;
  }

  /** What Linux knows of the process. */
  ProcessClock clock() {
    return new ProcessClock(process.pid());
  }

  /** By which other programs find the process. */
  long pid() {
    return process.pid();
  }

  /**
   * Hands it an event, and returns when it has answered and waits for another.
   *
   * @throws BenchException if it answers anything but what the event wants
   */
  Answer invoke(Event event) throws IOException, InterruptedException {
    String id = UUID.randomUUID().toString();
    long start = System.nanoTime();
    waiting.answer(
        200,
        Map.of(
            "Content-Type", "application/json",
            "Lambda-Runtime-Aws-Request-Id", id,
            "Lambda-Runtime-Deadline-Ms", Long.toString(System.currentTimeMillis() + 30_000),
            "Lambda-Runtime-Invoked-Function-Arn",
                "arn:aws:lambda:us-east-1:123456789012:function:bench",
            "Lambda-Runtime-Trace-Id", "Root=1-00000000-000000000000000000000000;Sampled=0"),
        event.bytes());
    Asked answered = asked();
    answered.answer(202, Map.of(), new byte[0]);
    if (!answered.line().equals("POST " + ROOT + "invocation/" + id + "/response")) {
      throw failed("It answered " + event.name() + " with " + answered.line());
    }
    if (!event.isAnsweredBy(answered.body())) {
      throw failed("It answered %s with %s".formatted(event.name(), text(answered.body())));
    }
    waiting = askedNext();
    return new Answer(answered.nanos() - start, answered.nanos() - spawned, text(answered.body()));
  }

  /** Waits for the runtime to ask for an event; what it asks of SnapStart is granted at once. */
  private Asked askedNext() throws IOException, InterruptedException {
    Asked asked = asked();
    if (asked.line().equals(RESTORE)) {
      asked.answer(200, Map.of(), new byte[0]);
      asked = asked();
    }
    if (!asked.line().equals(NEXT)) {
      throw failed("It asked " + asked.line() + ": " + text(asked.body()));
    }
    return asked;
  }

  private Asked asked() throws IOException, InterruptedException {
    Optional<Asked> asked = api.await(PATIENCE);
    if (asked.isEmpty()) {
      throw failed(
          process.isAlive()
              ? "It did not go on in time"
              : "It ended with the status " + process.exitValue());
    }
    return asked.get();
  }

  private BenchException failed(String how) throws IOException {
    List<String> lines =
        new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
    return new BenchException(
        "The function failed. %s. It said last:%n%s"
            .formatted(
                how,
                String.join(
                    System.lineSeparator(),
                    lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()))));
  }

  private static String text(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    return text.substring(0, Math.min(600, text.length()));
  }

  /** Ends it, whatever it does. */
  @Override
  public void close() throws IOException {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    api.close();
    ending.close();
  }
}
