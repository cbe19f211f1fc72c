package ai.equalto.lesserbody.local.bench;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * What a number must not exceed.
 *
 * @param limit the bar
 * @param failure what ends the short run with 1: what is reached where the number is the same in
 *     each run, twice the bar where it is a time on a busy machine
 * @param value what was measured
 */
record Bar(String name, double limit, double failure, OptionalDouble value) {
  /** How many classes more than hello a cold echo may load from outside the archive. */
  private static final double CLASSES = 700;

  /** As many as a patch of the JDK or of a library may bring without anybody's fault. */
  private static final double CLASSES_OF_A_PATCH = 5;

  private static final double TOLERANCE = 2;

  /** A bar for what is the same in each run. */
  private static Bar exact(String name, double limit, OptionalDouble value) {
    return new Bar(name, limit, limit, value);
  }

  /** A bar for what a busy machine makes longer. */
  private static Bar time(String name, double limit, OptionalDouble value) {
    return new Bar(name, limit, limit * TOLERANCE, value);
  }

  /** All of them, against what was measured. */
  static List<Bar> of(Results results) {
    return Stream.of(zip(results), image(results), first(results), warm(results), growth(results))
        .flatMap(List::stream)
        .toList();
  }

  private static List<Bar> zip(Results results) {
    Reading cold = new Reading(results, Chapters.COLD);
    OptionalDouble echo = cold.of(Chapters.ECHO_ZIP, Metric.COLD);
    return List.of(
        new Bar(
            "classes of a cold echo above hello (zip)",
            CLASSES,
            CLASSES + CLASSES_OF_A_PATCH,
            Reading.difference(
                cold.of(Chapters.ECHO_ZIP, Metric.CLASSES),
                cold.of(Chapters.HELLO_ZIP, Metric.CLASSES))),
        time(
            "cold echo as a multiple of hello (zip)",
            4,
            cold.ratio(Chapters.ECHO_ZIP, Chapters.HELLO_ZIP, Metric.COLD)),
        time(
            "CPU of a cold echo as a multiple of hello (zip)",
            4,
            cold.ratio(Chapters.ECHO_ZIP, Chapters.HELLO_ZIP, Metric.CPU)),
        time(
            "cold echo (zip) as a multiple of awslabs, Python",
            1,
            Reading.ratio(echo, cold.least(Metric.COLD, List.of(Peer.AWSLABS)))),
        time(
            "cold echo (zip) as a multiple of the faster TypeScript SDK, not bundled",
            1,
            Reading.ratio(echo, cold.least(Metric.COLD, List.of(Peer.SDK1, Peer.SDK2)))));
  }

  private static List<Bar> image(Results results) {
    Reading cold = new Reading(results, Chapters.COLD);
    return List.of(
        time(
            "cold echo as a multiple of hello (image)",
            2,
            cold.ratio(Chapters.ECHO_FLAT, Chapters.HELLO_FLAT, Metric.COLD)),
        time(
            "cold echo (image) as a multiple of the fastest peer",
            0.75,
            Reading.ratio(
                cold.of(Chapters.ECHO_FLAT, Metric.COLD),
                cold.least(Metric.COLD, List.of(Peer.values())))));
  }

  private static List<Bar> first(Results results) {
    Reading primed = new Reading(results, Chapters.PRIMED);
    return List.of(
        time(
            "first memory_append as a multiple of hello (image)",
            6,
            new Reading(results, Chapters.APPEND)
                .ratio(Chapters.APPEND_FLAT, Chapters.HELLO_FLAT, Metric.COLD)),
        time(
            "first call after priming as a multiple of the median",
            3,
            Reading.ratio(
                primed.of(Chapters.PRIMED_ECHO, Metric.FIRST),
                primed.of(Chapters.PRIMED_ECHO, Metric.MEDIAN))));
  }

  private static List<Bar> warm(Results results) {
    Reading warm = new Reading(results, Chapters.WARM);
    OptionalDouble median = warm.of(Chapters.ECHO, Metric.MEDIAN);
    List<Peer> typeScript =
        Stream.of(Peer.values()).filter(peer -> peer.language() == Peer.Language.NODE).toList();
    return List.of(
        time(
            "CPU of a warm echo as a multiple of hello",
            2.2,
            warm.ratio(Chapters.ECHO, Chapters.HELLO, Metric.CALL_CPU)),
        time(
            "median of a warm echo as a multiple of awslabs, Python",
            0.7,
            Reading.ratio(median, warm.least(Metric.MEDIAN, List.of(Peer.AWSLABS)))),
        time(
            "median of a warm echo as a multiple of the fastest TypeScript SDK",
            0.25,
            Reading.ratio(median, warm.least(Metric.MEDIAN, typeScript))),
        exact(
            "peak memory after 1,000 calls of echo, MB", 128, warm.of(Chapters.ECHO, Metric.PEAK)),
        exact("zip, MB", 12, new Reading(results, Chapters.SIZE).of(Chapters.OURS, Metric.ZIP)));
  }

  private static List<Bar> growth(Results results) {
    return List.of(
        time(
            "cold start of 1,000 tools as a multiple of 10",
            1.3,
            new Reading(results, Growth.TOOLS).ratio("1,000 tools", "10 tools", Metric.COLD)),
        time(
            "median of a query of 1,000,000 events as a multiple of 1,000",
            1.5,
            new Reading(results, Growth.MEMORIES)
                .ratio("1,000,000 events", "1,000 events", Metric.MEDIAN)));
  }

  boolean isMeasured() {
    return value.isPresent();
  }

  /** Whether it was measured, and is beyond what a short run lets pass. */
  boolean isFailed() {
    return value.isPresent() && value.getAsDouble() > failure;
  }

  /** Whether it was measured, and is met. */
  boolean isMet() {
    return value.isPresent() && value.getAsDouble() <= limit;
  }

  /** The number, as a cell of a table. */
  String measured() {
    return value.isPresent() ? text(value.getAsDouble()) : "";
  }

  /** A number that may be a ratio or large, as a cell of a table. */
  static String text(double number) {
    return String.format(Locale.ROOT, number < 100 ? "%.2f" : "%.0f", number);
  }
}
