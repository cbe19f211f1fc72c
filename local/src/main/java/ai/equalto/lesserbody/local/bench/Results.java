package ai.equalto.lesserbody.local.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** What was measured, round by round; of each number, the median counts. */
final class Results {
  private final Map<Chapter, Map<Case, List<Map<Metric, Double>>>> rounds = new LinkedHashMap<>();

  /** Adds what one round gave. */
  void add(Chapter chapter, Case row, Map<Metric, Double> taken) {
    rounds
        .computeIfAbsent(chapter, _ -> new LinkedHashMap<>())
        .computeIfAbsent(row, _ -> new ArrayList<>())
        .add(Map.copyOf(taken));
  }

  /** The chapters that were measured. */
  List<Chapter> chapters() {
    return List.copyOf(rounds.keySet());
  }

  /** The numbers of a row, in the order in which they were taken; none if it was not measured. */
  List<Double> values(Chapter chapter, Case row, Metric metric) {
    return rounds.getOrDefault(chapter, Map.of()).getOrDefault(row, List.of()).stream()
        .filter(taken -> taken.containsKey(metric))
        .map(taken -> taken.get(metric))
        .toList();
  }

  /** The median of a row, if it was measured. */
  OptionalDouble median(Chapter chapter, Case row, Metric metric) {
    List<Double> sorted = values(chapter, row, metric).stream().sorted().toList();
    if (sorted.isEmpty()) {
      return OptionalDouble.empty();
    }
    int half = sorted.size() / 2;
    return OptionalDouble.of(
        sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2);
  }

  /** The median of a row of that name. */
  OptionalDouble median(String chapterId, String rowName, Metric metric) {
    Optional<Chapter> chapter =
        chapters().stream().filter(each -> each.id().equals(chapterId)).findFirst();
    Optional<Case> row =
        chapter.flatMap(found ->
            found.cases().stream().filter(each -> each.name().equals(rowName)).findFirst());
    return row.isEmpty() ? OptionalDouble.empty() : median(chapter.get(), row.get(), metric);
  }
}
