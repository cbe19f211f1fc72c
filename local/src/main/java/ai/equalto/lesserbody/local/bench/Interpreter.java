package ai.equalto.lesserbody.local.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What runs peers.
 *
 * @param path the program itself, where the command of the user may be a script that looks for it
 * @param version its name and version
 */
record Interpreter(String path, String version) {
  private static final String NODE =
      "console.log(`${process.execPath}\\nNode.js ${process.versions.node}`)";
  private static final String PYTHON =
      "import platform, sys; print(sys.executable); print('Python', platform.python_version())";

  /** The Node.js of the user. */
  static Interpreter node(String command, Path scratch) throws IOException, InterruptedException {
    return ask(scratch, command, "-e", NODE);
  }

  /** The Python of the user. */
  static Interpreter python(String command, Path scratch) throws IOException, InterruptedException {
    return ask(scratch, command, "-c", PYTHON);
  }

  private static Interpreter ask(Path scratch, String... command)
      throws IOException, InterruptedException {
    Program.run(command[0], new ProcessBuilder(command), scratch);
    List<String> lines = Files.readAllLines(scratch);
    if (lines.size() != 2) {
      throw new BenchException(command[0] + " does not say what it is: " + lines);
    }
    return new Interpreter(lines.getFirst(), lines.getLast());
  }
}
