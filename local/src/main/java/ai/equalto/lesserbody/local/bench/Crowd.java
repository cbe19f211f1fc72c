package ai.equalto.lesserbody.local.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several processes that are called at once, as Lambda runs one for each call under way. */
final class Crowd {
  private Crowd() {}

  /** The mean of their warm calls, and how many calls they answer together. */
  static Map<Metric, Double> take(Lab lab, Launch launch, Event event, int processes)
      throws IOException, InterruptedException {
    List<FunctionProcess> crowd = new ArrayList<>();
    try (ExecutorService callers = Executors.newFixedThreadPool(processes)) {
      for (int number = 0; number < processes; number++) {
        crowd.add(lab.start(launch, number));
      }
      List<Callable<Map<Metric, Double>>> calls = new ArrayList<>();
      crowd.forEach(function -> calls.add(() -> WarmCalls.of(function, event)));
      return mean(callers.invokeAll(calls));
    } finally {
      for (FunctionProcess function : crowd) {
        function.close();
      }
    }
  }

  private static Map<Metric, Double> mean(List<Future<Map<Metric, Double>>> taken)
      throws IOException, InterruptedException {
    Map<Metric, Double> mean = new EnumMap<>(Metric.class);
    for (Future<Map<Metric, Double>> each : taken) {
      try {
        each.get()
            .forEach((metric, value) -> mean.merge(metric, value / taken.size(), Double::sum));
      } catch (ExecutionException e) {
        throw new BenchException("A call failed: " + e.getCause().getMessage(), e);
      }
    }
    mean.computeIfPresent(Metric.THROUGHPUT, (_, value) -> value * taken.size());
    return mean;
  }
}
