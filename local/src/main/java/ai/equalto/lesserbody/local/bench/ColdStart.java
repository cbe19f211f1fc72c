package ai.equalto.lesserbody.local.bench;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

/** From the start of a process to its first answer. */
final class ColdStart {
  private static final double NANOS_A_MS = 1e6;
  private static final double KB_A_MB = 1024;

  private ColdStart() {}

  /** Of a JVM, with the classes that it has loaded. */
  static Map<Metric, Double> take(Lab lab, Launch launch, Event event)
      throws IOException, InterruptedException {
    try (FunctionProcess function = lab.start(launch)) {
      Map<Metric, Double> taken = new EnumMap<>(times(function, event));
      LoadedClasses classes = LoadedClasses.of(function);
      taken.put(Metric.CLASSES, (double) classes.own());
      taken.put(Metric.CACHED, (double) classes.cached());
      return taken;
    }
  }

  /** Of any process. */
  static Map<Metric, Double> ofPeer(Lab lab, Peer peer) throws IOException, InterruptedException {
    try (FunctionProcess function = lab.start(lab.peer(peer))) {
      return times(function, lab.events().legacyEcho());
    }
  }

  private static Map<Metric, Double> times(FunctionProcess function, Event event)
      throws IOException, InterruptedException {
    FunctionProcess.Answer answer = function.invoke(event);
    return Map.of(
        Metric.COLD, answer.sinceStart() / NANOS_A_MS,
        Metric.CPU, function.clock().cpuNanos() / NANOS_A_MS,
        Metric.PEAK, function.clock().peakKilobytes() / KB_A_MB);
  }
}
