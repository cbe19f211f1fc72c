package ai.equalto.lesserbody.local.bench;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The JVM as Lambda starts it, of the JDK that this program runs on. */
final class LambdaJvm {
  private static final String MAIN = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

  /** What Lambda leaves out where it starts a function ahead of its calls. */
  private static final String FIRST_COMPILER_ALONE = "-XX:TieredStopAtLevel=1";

  /** What the template sets. */
  static final Map<String, String> OF_TEMPLATE = Map.of("JAVA_TOOL_OPTIONS", FIRST_COMPILER_ALONE);

  /** The flags that the managed runtime is known to set, on a machine of 512 MB. */
  private static final List<String> FLAGS =
      List.of(
          "-XX:MaxHeapSize=400m",
          "-XX:InitialHeapSize=8m",
          "-XX:+UseSerialGC",
          "-XX:+TieredCompilation",
          FIRST_COMPILER_ALONE,
          "--add-opens=java.base/java.io=ALL-UNNAMED",
          "--enable-native-access=ALL-UNNAMED",
          "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
          "-XX:+ErrorFileToStderr");

  /**
   * What the image sets besides, with an eighth of 512 MB for the heap to begin with. The bench
   * leaves it the counters that it does without, to read them.
   */
  static final List<String> OF_IMAGE =
      List.of(
          "-XX:InitialHeapSize=64m", "-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTReplayTraining");

  private LambdaJvm() {}

  /**
   * The same function, as Lambda starts what it takes a snapshot of ("Customize Java runtime
   * startup behavior", AWS Lambda Developer Guide).
   */
  static Launch forSnapshot(Launch onDemand) {
    List<String> command = new ArrayList<>(onDemand.command());
    if (!command.remove(FIRST_COMPILER_ALONE)) {
      throw new IllegalArgumentException("started with both compilers already");
    }
    return new Launch(command, onDemand.folder(), onDemand.environment())
        .with(Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start"));
  }

  /** A tool of the JDK. */
  static String tool(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }

  /**
   * The command that starts the client of the Runtime API.
   *
   * @param flags besides those of Lambda
   * @param classPath the client, and whatever else is not in the folder of the function
   */
  static List<String> client(List<String> flags, List<Path> classPath, String handler) {
    return java(flags, classPath, List.of(MAIN, handler));
  }

  /** The command that starts another program with the same flags. */
  static List<String> java(List<String> flags, List<Path> classPath, List<String> program) {
    List<String> command = new ArrayList<>();
    command.add(tool("java"));
    command.addAll(FLAGS);
    command.addAll(flags);
    command.add("-cp");
    command.add(String.join(File.pathSeparator, classPath.stream().map(Path::toString).toList()));
    command.addAll(program);
    return command;
  }
}
