package ai.equalto.lesserbody.local.bench;

import java.io.IOException;
import java.util.Map;

/**
 * A row of a table.
 *
 * @param base the row that it is a multiple of; its own name if it is none
 */
record Case(String name, String base, Take take) {
  /** Measures once, in a new process. */
  @FunctionalInterface
  interface Take {
    Map<Metric, Double> in(Lab lab) throws IOException, InterruptedException;
  }

  /** A row that stands for itself. */
  static Case of(String name, Take take) {
    return new Case(name, name, take);
  }

  /** The same, as a multiple of another row. */
  Case against(String other) {
    return new Case(name, other, take);
  }

  boolean hasBase() {
    return !base.equals(name);
  }
}
