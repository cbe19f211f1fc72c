package ai.equalto.lesserbody.local.conformance;

import ai.equalto.lesserbody.local.child.Child;
import ai.equalto.lesserbody.local.child.MissingProgramException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds a Node that is new enough for the suite. */
final class Node {
  /** The oldest major version that the suite runs on. */
  static final int OLDEST = 22;

  private static final Pattern VERSION = Pattern.compile("v(\\d{1,4})\\..*");
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private Node() {}

  /**
   * The user's own, if it is new enough.
   *
   * @param scratch takes what it says
   */
  static Optional<String> own(String command, Path scratch)
      throws IOException, InterruptedException {
    try {
      Child.run("node", new ProcessBuilder(command, "--version"), scratch, LIMIT);
    } catch (MissingProgramException e) {
      return Optional.empty();
    }
    Matcher version = VERSION.matcher(Files.readString(scratch).strip());
    return version.matches() && Integer.parseInt(version.group(1)) >= OLDEST
        ? Optional.of(command)
        : Optional.empty();
  }

  /** The one that npm installed for this kind of machine, if it did. */
  static Optional<String> installed(Path modules) throws IOException {
    if (!Files.isDirectory(modules)) {
      return Optional.empty();
    }
    try (Stream<Path> packages = Files.list(modules)) {
      return packages
          .filter(directory -> directory.getFileName().toString().startsWith("node-linux-"))
          .map(directory -> directory.resolve("bin/node"))
          .filter(Files::isExecutable)
          .map(Path::toString)
          .findFirst();
    }
  }
}
