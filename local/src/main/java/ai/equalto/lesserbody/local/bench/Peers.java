package ai.equalto.lesserbody.local.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The peers, as npm and pip install them, in a folder that is kept until something changes. */
final class Peers {
  private final Path folder;
  private final Interpreter node;
  private final Interpreter python;

  private Peers(Path folder, Interpreter node, Interpreter python) {
    this.folder = folder;
    this.node = node;
    this.python = python;
  }

  /** The commands of Node.js and Python as the user has them. */
  record Programs(String node, String npm, String python) {
    static Programs onPath() {
      return new Programs("node", "npm", "python3");
    }
  }

  /**
   * Installs those of a checkout, in its build output.
   *
   * @throws BenchException if a program is missing or does not succeed
   */
  static Peers installed(Checkout checkout, Programs programs, PrintWriter progress)
      throws IOException, InterruptedException {
    return installed(checkout.peers(), checkout.installedPeers(), programs, progress);
  }

  /**
   * Installs them, unless they are.
   *
   * @param sources what they are made of, in the checkout
   * @param folder where they are made
   * @throws BenchException if a program is missing or does not succeed
   */
  static Peers installed(Path sources, Path folder, Programs programs, PrintWriter progress)
      throws IOException, InterruptedException {
    Files.createDirectories(folder.getParent());
    Path log = folder.resolveSibling(folder.getFileName() + ".log");
    Interpreter node = Interpreter.node(programs.node(), log);
    Interpreter python = Interpreter.python(programs.python(), log);
    Peers peers = new Peers(folder, node, python);
    Path stamp = folder.resolve("installed.txt");
    String wanted = String.join("\n", peers.versions()) + contents(sources);
    // Written last, so that an installation that was cut short is done again.
    if (!Files.exists(stamp) || !Files.readString(stamp).equals(wanted)) {
      progress.println("installing the peers with npm and pip…");
      Workspace.delete(folder);
      Workspace.copy(sources, folder);
      peers.install(programs.npm(), log);
      Files.writeString(stamp, wanted);
    }
    return peers;
  }

  private static String contents(Path sources) throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> walk = Files.walk(sources)) {
      for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
        all.append('\n').append(sources.relativize(file)).append('\n');
        all.append(Files.readString(file));
      }
    }
    return all.toString();
  }

  private void install(String npm, Path log) throws IOException, InterruptedException {
    ProcessBuilder packages =
        new ProcessBuilder(
            npm, "install", "--ignore-scripts", "--no-package-lock", "--no-audit", "--no-fund");
    Program.run(npm, packages.directory(folder.resolve("node").toFile()), log);
    ProcessBuilder bundles =
        new ProcessBuilder(
            folder.resolve("node/node_modules/.bin/esbuild").toString(),
            "sdk1.mjs",
            "sdk2.mjs",
            "--bundle",
            "--minify",
            "--platform=node",
            "--format=esm",
            "--outdir=dist",
            "--out-extension:.js=.mjs");
    Program.run("esbuild", bundles.directory(folder.resolve("node").toFile()), log);
    ProcessBuilder site =
        new ProcessBuilder(
            python.path(),
            "-m",
            "pip",
            "install",
            "--no-deps",
            "--target",
            "site",
            "-r",
            "requirements.txt");
    Program.run("pip", site.directory(folder.resolve("python").toFile()), log);
  }

  /** What runs them, by name and version. */
  List<String> versions() {
    return List.of(node.version(), python.version());
  }

  /** How to start one. */
  Launch launch(Peer peer, Map<String, String> environment) {
    Interpreter interpreter =
        switch (peer.language()) {
          case NODE -> node;
          case PYTHON -> python;
        };
    List<String> command = List.of(interpreter.path(), folder.resolve(peer.file()).toString());
    String site = folder.resolve("python/site").toString();
    return new Launch(command, folder, environment).with(Map.of("PYTHONPATH", site));
  }
}
