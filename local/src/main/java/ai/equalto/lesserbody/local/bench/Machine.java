package ai.equalto.lesserbody.local.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the numbers were taken on.
 *
 * @param runtimes what ran the functions, by name and version
 */
record Machine(String processor, int cpus, List<String> runtimes) {
  Machine {
    runtimes = List.copyOf(runtimes);
  }

  /** This one, and what runs the peers. */
  static Machine here(List<String> others) throws IOException {
    List<String> lines = Files.readAllLines(Path.of("/proc/cpuinfo"));
    String processor =
        lines.stream()
            .filter(line -> line.startsWith("model name"))
            .map(line -> line.substring(line.indexOf(':') + 1).strip())
            .findFirst()
            .orElse(System.getProperty("os.arch"));
    List<String> runtimes = new ArrayList<>();
    runtimes.add("Java " + System.getProperty("java.runtime.version"));
    runtimes.addAll(others);
    return new Machine(processor, Cpus.ofThisMachine().count(), runtimes);
  }
}
