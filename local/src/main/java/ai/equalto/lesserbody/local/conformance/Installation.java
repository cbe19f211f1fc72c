package ai.equalto.lesserbody.local.conformance;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * The suite, ready to run.
 *
 * @param node a Node that is new enough for it
 * @param suite the directory of its package
 */
record Installation(String node, Path suite) {
  /** The command that runs a revision's requirements against a server. */
  List<String> command(String revision, URI endpoint, Path results) {
    return List.of(
        node,
        suite.resolve("dist/index.js").toString(),
        "server",
        "--url",
        endpoint.toString(),
        "--requirements",
        revision,
        "--output-dir",
        results.toString());
  }

  /** What the suite runs for a revision. */
  Requirements requirements(String revision) throws IOException {
    return Requirements.read(revision, suite.resolve("requirements/" + revision + ".yaml"));
  }
}
