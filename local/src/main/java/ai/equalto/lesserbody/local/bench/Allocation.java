package ai.equalto.lesserbody.local.bench;

import java.io.IOException;
import java.util.Map;

/** What a call allocates on the heap, once the process has answered many. */
final class Allocation {
  private static final int UNMEASURED = 500;
  private static final int MEASURED = 101;
  private static final double BYTES_A_KB = 1024;

  private Allocation() {}

  static Map<Metric, Double> take(Lab lab, Launch weighed, Event event)
      throws IOException, InterruptedException {
    try (FunctionProcess function = lab.start(weighed)) {
      for (int call = 0; call < UNMEASURED; call++) {
        function.invoke(event.toAnyone());
      }
      long bytes = 0;
      for (int call = 0; call < MEASURED; call++) {
        String answer = function.invoke(event.toAnyone()).text();
        bytes += Long.parseLong(answer.replaceFirst(".*\"body\":\"", "").replaceFirst("\".*", ""));
      }
      return Map.of(Metric.ALLOCATED, bytes / BYTES_A_KB / MEASURED);
    }
  }
}
