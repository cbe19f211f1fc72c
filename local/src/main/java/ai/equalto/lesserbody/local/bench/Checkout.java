package ai.equalto.lesserbody.local.bench;

import ai.equalto.lesserbody.LambdaHandler;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where this checkout has what is measured; the build puts it there. */
public final class Checkout {
  private final Path lambda;

  private Checkout(Path lambda) {
    this.lambda = lambda;
  }

  /** The checkout that this program was built in. */
  public static Checkout here() {
    try {
      Path classes =
          Path.of(LambdaHandler.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return new Checkout(classes.getParent().getParent());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("classes come from no file", e);
    }
  }

  private Path top() {
    return lambda.getParent();
  }

  /** The page that shows what was measured. */
  Path page() {
    return top().resolve("docs/performance.md");
  }

  /** The chart on it. */
  Path chart() {
    return top().resolve("docs/performance.svg");
  }

  Path events() {
    return top().resolve("events");
  }

  Path functionClasses() {
    return lambda.resolve("target/classes");
  }

  /** The jars that ship in the folder {@code lib} of the artifact. */
  List<Path> functionJars() throws IOException {
    return classPath(lambda.resolve("target/runtime-classpath.txt"));
  }

  /** The client of the Runtime API, with what it needs. */
  List<Path> runtimeJars() throws IOException {
    return classPath(top().resolve("local/target/lambda-runtime.txt"));
  }

  /** What the peers are made of. */
  Path peers() {
    return top().resolve("local/src/bench/peers");
  }

  /** Where they are made. */
  Path installedPeers() {
    return top().resolve("local/target/peers");
  }

  /** A program of the build, which Java runs from its source. */
  Path buildProgram(String name) {
    return lambda.resolve("src/build").resolve(name + ".java");
  }

  /** The event that the cache of the image is trained on. */
  Path lesson() {
    return events().resolve("modern-without-token.json");
  }

  Path benchClasses() {
    return top().resolve("local/target/classes");
  }

  private static List<Path> classPath(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new BenchException("There is no " + file + ": build with mvn -DskipTests package");
    }
    return Stream.of(Files.readString(file).strip().split(File.pathSeparator, -1))
        .map(Path::of)
        .toList();
  }
}
