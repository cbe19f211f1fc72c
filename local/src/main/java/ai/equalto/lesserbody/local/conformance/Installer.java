package ai.equalto.lesserbody.local.conformance;

import ai.equalto.lesserbody.local.child.Child;
import ai.equalto.lesserbody.local.child.MissingProgramException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Installs the suite with npm, unless it is there; and a Node, unless the user's is new enough. */
final class Installer {
  private static final Duration LIMIT = Duration.ofMinutes(10);

  private final Path folder;
  private final Path modules;
  private final Path stamp;
  private final Programs programs;
  private final PrintWriter out;

  Installer(Path folder, Programs programs, PrintWriter out) {
    this.folder = folder;
    this.modules = folder.resolve("node_modules");
    this.stamp = modules.resolve(".installed.json");
    this.programs = programs;
    this.out = out;
  }

  /**
   * Returns when the suite can be run.
   *
   * @throws SuiteException if there is no npm, or it does not succeed, or no Node fits this machine
   */
  Installation install() throws IOException, InterruptedException {
    SuitePackage pinned = SuitePackage.pinned();
    Files.createDirectories(folder);
    Optional<String> own = Node.own(programs.node(), folder.resolve("node.log"));
    boolean hasNode = own.isPresent() || Node.installed(modules).isPresent();
    if (!hasNode || !isInstalled(pinned)) {
      npmInstall(pinned, own.isPresent());
    }
    Optional<String> node = own.isPresent() ? own : Node.installed(modules);
    return new Installation(
        node.orElseThrow(Installer::noNode), modules.resolve(SuitePackage.NAME));
  }

  /** The stamp is written last, so that an installation that was cut short is done again. */
  private boolean isInstalled(SuitePackage pinned) throws IOException {
    return Files.exists(stamp) && Files.readString(stamp).equals(pinned.json());
  }

  private void npmInstall(SuitePackage pinned, boolean omitNode)
      throws IOException, InterruptedException {
    out.printf("Installing %s %s with npm in %s%n", SuitePackage.NAME, pinned.version(), folder);
    out.flush();
    Files.deleteIfExists(stamp);
    Files.writeString(folder.resolve("package.json"), pinned.json());
    Path log = folder.resolve("install.log");
    int status = npm(log, omitNode);
    if (status != 0) {
      throw new SuiteException(
          "npm cannot install the conformance suite (exit status %d):%n%s"
              .formatted(status, Child.lastLines(log)));
    }
    Files.writeString(stamp, pinned.json());
  }

  private int npm(Path log, boolean omitNode) throws IOException, InterruptedException {
    try {
      return Child.run(
          "npm, which has %d minutes,".formatted(LIMIT.toMinutes()),
          new ProcessBuilder(
              programs.npm(),
              "install",
              "--prefix",
              folder.toString(),
              "--ignore-scripts",
              "--no-audit",
              "--no-fund",
              "--loglevel=error",
              omitNode ? "--omit=optional" : "--include=optional"),
          log,
          LIMIT);
    } catch (MissingProgramException e) {
      throw new SuiteException(
          "The conformance suite is installed with npm, which cannot be started; it comes with"
              + " Node.js. (%s)".formatted(e.getMessage()));
    }
  }

  private static SuiteException noNode() {
    return new SuiteException(
        "The conformance suite needs Node.js %d or newer on the PATH; npm has none for this machine."
            .formatted(Node.OLDEST));
  }
}
