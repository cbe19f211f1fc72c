package ai.equalto.lesserbody.local.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Calls of a process that has answered many. */
final class WarmCalls {
  private static final int UNMEASURED = 300;
  private static final int MEASURED = 1000;
  private static final double NANOS_A_MS = 1e6;
  private static final double NANOS_A_SECOND = 1e9;
  private static final double KB_A_MB = 1024;

  private WarmCalls() {}

  static Map<Metric, Double> take(Lab lab, Launch launch, Event event)
      throws IOException, InterruptedException {
    try (FunctionProcess function = lab.start(launch)) {
      return of(function, event);
    }
  }

  /** Those of a running process. */
  static Map<Metric, Double> of(FunctionProcess function, Event event)
      throws IOException, InterruptedException {
    nanos(function, event, UNMEASURED);
    long cpu = function.clock().cpuNanos();
    long wall = System.nanoTime();
    List<Long> nanos = nanos(function, event, MEASURED);
    wall = System.nanoTime() - wall;
    cpu = function.clock().cpuNanos() - cpu;
    return Map.of(
        Metric.MEDIAN, percentile(nanos, 50),
        Metric.P99, percentile(nanos, 99),
        Metric.CALL_CPU, cpu / NANOS_A_MS / MEASURED,
        Metric.THROUGHPUT, MEASURED * NANOS_A_SECOND / wall,
        Metric.PEAK, function.clock().peakKilobytes() / KB_A_MB,
        Metric.RESIDENT, function.clock().residentKilobytes() / KB_A_MB);
  }

  private static List<Long> nanos(FunctionProcess function, Event event, int calls)
      throws IOException, InterruptedException {
    List<Long> nanos = new ArrayList<>();
    for (int call = 0; call < calls; call++) {
      nanos.add(function.invoke(event).nanos());
    }
    Collections.sort(nanos);
    return nanos;
  }

  /** In milliseconds, by nearest rank. */
  private static double percentile(List<Long> sorted, int percent) {
    return sorted.get((sorted.size() * percent + 99) / 100 - 1) / NANOS_A_MS;
  }
}
