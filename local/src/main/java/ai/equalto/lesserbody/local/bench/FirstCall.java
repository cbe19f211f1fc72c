package ai.equalto.lesserbody.local.bench;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

/** The first call of a process against those after many. */
final class FirstCall {
  private static final double NANOS_A_MS = 1e6;

  private FirstCall() {}

  static Map<Metric, Double> take(Lab lab, Launch launch, Event event)
      throws IOException, InterruptedException {
    try (FunctionProcess function = lab.start(launch)) {
      double ready = function.readyNanos() / NANOS_A_MS;
      double first = function.invoke(event).nanos() / NANOS_A_MS;
      Map<Metric, Double> taken = new EnumMap<>(WarmCalls.of(function, event));
      taken.put(Metric.READY, ready);
      taken.put(Metric.FIRST, first);
      return taken;
    }
  }
}
