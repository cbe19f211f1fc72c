package ai.equalto.lesserbody.local.bench;

import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.local.bench.function.Grown;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What becomes of the numbers as something grows. */
final class Growth {
  static final String TOOLS = "tools";
  static final String MEMORIES = "memories";

  private static final List<Metric> CALLS =
      List.of(Metric.MEDIAN, Metric.P99, Metric.CALL_CPU, Metric.RESIDENT);

  private Growth() {}

  /** More tools. */
  static Chapter tools() {
    return new Chapter(
        TOOLS,
        "More tools, of which one is called",
        List.of(Metric.COLD, Metric.CPU, Metric.CLASSES, Metric.MEDIAN, Metric.CALL_CPU),
        Optional.empty(),
        IntStream.of(10, 100, 1000).mapToObj(Growth::tools).toList());
  }

  private static Case tools(int count) {
    return Case.of(String.format(Locale.ROOT, "%,d tools", count), lab -> tools(lab, count));
  }

  private static Map<Metric, Double> tools(Lab lab, int count)
      throws IOException, InterruptedException {
    Launch launch = lab.grown(count);
    Event event = text(lab, 5);
    Map<Metric, Double> taken = new EnumMap<>(Metric.class);
    taken.putAll(WarmCalls.take(lab, launch, event));
    taken.putAll(ColdStart.take(lab, launch, event));
    return taken;
  }

  /** Larger bodies. */
  static Chapter bodies() {
    return new Chapter(
        "bodies",
        "Larger bodies",
        CALLS,
        Optional.empty(),
        List.of(body("1 KB", 1_000), body("100 KB", 100_000), body("1 MB", 1_000_000)));
  }

  private static Case body(String name, int length) {
    return Case.of(name, lab -> WarmCalls.take(lab, lab.grown(1), text(lab, length)));
  }

  private static Event text(Lab lab, int length) {
    return lab.events()
        .call(Grown.FIRST_TOOL, Json.object().put("text", "a".repeat(length)), "taken");
  }

  /**
   * More memories.
   *
   * @param full also as many as take minutes to write
   */
  static Chapter memories(boolean full) {
    Stream<Case> usual = Stream.of(memories("1,000", 1_000), memories("100,000", 100_000));
    Stream<Case> more = full ? Stream.of(memories("1,000,000", 1_000_000)) : Stream.of();
    return new Chapter(
        MEMORIES,
        "More memories, of which the last ten are asked for",
        CALLS,
        Optional.empty(),
        Stream.concat(usual, more).toList());
  }

  private static Case memories(String name, int events) {
    return Case.of(
        name + " events",
        lab -> WarmCalls.take(lab, lab.remembering(events), lab.events().query()));
  }

  /** More calls at once. */
  static Chapter crowds() {
    return new Chapter(
        "crowds",
        "More processes at once",
        List.of(Metric.MEDIAN, Metric.CALL_CPU, Metric.RESIDENT, Metric.THROUGHPUT),
        Optional.empty(),
        List.of(crowd("1 process", 1), crowd("2 processes", 2), crowd("4 processes", 4)));
  }

  private static Case crowd(String name, int processes) {
    return Case.of(name, lab -> Crowd.take(lab, lab.published(), lab.events().echo(), processes));
  }
}
