package ai.equalto.lesserbody.local.bench;

import java.io.IOException;
import java.util.Map;

/** The first call of a process against those after many. */
final class FirstCall {
  /** As Lambda tells a function that a snapshot of it will be taken. */
  private static final Map<String, String> SNAP_START =
      Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");

  private static final double NANOS_A_MS = 1e6;

  private FirstCall() {}

  /** After the hooks that run before a snapshot, and then those after its restoration. */
  static Map<Metric, Double> primed(Lab lab, Launch launch, Event event)
      throws IOException, InterruptedException {
    return cold(lab, launch.with(SNAP_START), event);
  }

  /** After the start alone. */
  static Map<Metric, Double> cold(Lab lab, Launch launch, Event event)
      throws IOException, InterruptedException {
    try (FunctionProcess function = lab.start(launch)) {
      double ready = function.readyNanos() / NANOS_A_MS;
      double first = function.invoke(event).nanos() / NANOS_A_MS;
      return Map.of(
          Metric.READY, ready,
          Metric.FIRST, first,
          Metric.MEDIAN, WarmCalls.of(function, event).get(Metric.MEDIAN));
    }
  }
}
