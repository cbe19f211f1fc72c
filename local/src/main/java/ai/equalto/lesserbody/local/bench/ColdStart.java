package ai.equalto.lesserbody.local.bench;

import java.io.IOException;
import java.util.Map;

/** From the start of a process to its first answer. */
final class ColdStart {
  private static final double NANOS_A_MS = 1e6;
  private static final double KB_A_MB = 1024;

  private ColdStart() {}

  static Map<Metric, Double> take(Lab lab, Launch launch, Event event)
      throws IOException, InterruptedException {
    try (FunctionProcess function = lab.start(launch)) {
      FunctionProcess.Answer answer = function.invoke(event);
      double cpu = function.clock().cpuNanos() / NANOS_A_MS;
      double peak = function.clock().peakKilobytes() / KB_A_MB;
      LoadedClasses classes = LoadedClasses.of(function);
      return Map.of(
          Metric.COLD,
          answer.sinceStart() / NANOS_A_MS,
          Metric.CPU,
          cpu,
          Metric.PEAK,
          peak,
          Metric.CLASSES,
          (double) classes.own(),
          Metric.CACHED,
          (double) classes.cached());
    }
  }
}
