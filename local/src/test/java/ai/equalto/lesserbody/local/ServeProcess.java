package ai.equalto.lesserbody.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The server as a process of its own, as the script starts it. */
final class ServeProcess implements AutoCloseable {
  private static final String LAST_LINE = "Ctrl-C stops it. Audit lines follow.";

  private final Process process;
  private final Path errors;

  private ServeProcess(Process process, Path errors) {
    this.process = process;
    this.errors = errors;
  }

  static ServeProcess start(Path folder, String... args) throws IOException {
    return start(folder, Map.of(), args);
  }

  static ServeProcess start(Path folder, Map<String, String> environment, String... args)
      throws IOException {
    Path errors = Files.createTempFile(folder, "errors", ".txt");
    List<String> command = new ArrayList<>(program(folder));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
    unset(builder);
    builder.environment().putAll(environment);
    return new ServeProcess(builder.start(), errors);
  }

  /** What the script starts, with the data of a checkout that is this folder. */
  static List<String> program(Path folder) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED",
        "-Dlesserbody.folder=" + folder.resolve(".local"),
        "-cp",
        System.getProperty("java.class.path"),
        Main.class.getName());
  }

  /** Takes away what the environment of the build may say of the server. */
  static void unset(ProcessBuilder builder) {
    Stream.of(
            "JWT_SECRET",
            "PORT",
            "LESSER_TABLE_NAME",
            "MCP_SESSION_TABLE",
            "JAVA_TOOL_OPTIONS",
            "AWS_ENDPOINT_URL_DYNAMODB",
            "LESSER_API_BASE_URL")
        .forEach(builder.environment()::remove);
  }

  /** What it prints until it is ready. */
  String welcome() throws IOException {
    StringBuilder text = new StringBuilder();
    var lines = process.inputReader();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      text.append(line).append('\n');
      if (line.equals(LAST_LINE)) {
        return text.toString();
      }
    }
    throw new IOException("The server did not start: " + errors());
  }

  /** Sends a signal and returns the exit code. */
  int stop(String signal) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      throw new IOException("The server does not stop");
    }
    return process.exitValue();
  }

  /** The first program that it starts. */
  ProcessHandle child() throws IOException {
    while (process.isAlive()) {
      Optional<ProcessHandle> child = process.children().findFirst();
      if (child.isPresent()) {
        return child.get();
      }
      Thread.onSpinWait();
    }
    throw new IOException("It ended before it started a program: " + errors());
  }

  int exitCode() throws InterruptedException {
    return process.waitFor();
  }

  String errors() throws IOException {
    return Files.readString(errors);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
