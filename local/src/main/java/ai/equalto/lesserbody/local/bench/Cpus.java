package ai.equalto.lesserbody.local.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The CPUs that this program may use; a function gets one of them. */
final class Cpus {
  private final List<Integer> allowed;

  private Cpus(List<Integer> allowed) {
    this.allowed = allowed;
  }

  /**
   * Those of this machine.
   *
   * @throws BenchException if it is no Linux
   */
  static Cpus ofThisMachine() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      throw new BenchException("The bench reads /proc and uses taskset, so it runs on Linux only.");
    }
    String list =
        Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("Cpus_allowed_list:"))
            .findFirst()
            .orElseThrow(() -> new BenchException("Linux does not say which CPUs may be used."));
    return new Cpus(parse(list.substring(list.indexOf(':') + 1).strip()));
  }

  /** Reads a list such as {@code 0,2-3}. */
  private static List<Integer> parse(String list) {
    List<Integer> cpus = new ArrayList<>();
    for (String range : list.split(",", -1)) {
      int dash = range.indexOf('-');
      int first = Integer.parseInt(dash < 0 ? range : range.substring(0, dash));
      int last = Integer.parseInt(range.substring(dash + 1));
      for (int cpu = first; cpu <= last; cpu++) {
        cpus.add(cpu);
      }
    }
    return cpus;
  }

  /** How many there are. */
  int count() {
    return allowed.size();
  }

  /**
   * What is to stand before the command of a process that gets one of them: the last, or before.
   */
  List<String> one(int which) {
    int cpu = allowed.get(allowed.size() - 1 - which % allowed.size());
    return List.of("taskset", "-c", Integer.toString(cpu));
  }
}
