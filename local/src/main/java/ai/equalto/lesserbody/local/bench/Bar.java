package ai.equalto.lesserbody.local.bench;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

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

  /** What is reached on the way to it, and must not get lost again. */
  private static final double CLASSES_REACHED = 910;

  /** How much longer than that of hello a cold start may take. */
  private static final double COLD = 4;

  private static final double TOLERANCE = 2;

  /** All of them, against what was measured. */
  static List<Bar> of(Results results) {
    return List.of(
        new Bar(
            "classes of a cold echo above hello (zip)",
            CLASSES,
            CLASSES_REACHED,
            above(results, Metric.CLASSES)),
        new Bar(
            "cold echo as a multiple of hello (zip)",
            COLD,
            COLD * TOLERANCE,
            multiple(results, Metric.COLD)),
        new Bar(
            "CPU of a cold echo as a multiple of hello (zip)",
            COLD,
            COLD * TOLERANCE,
            multiple(results, Metric.CPU)));
  }

  private static OptionalDouble above(Results results, Metric metric) {
    OptionalDouble ours = results.median(Chapters.COLD, Chapters.ECHO_ZIP, metric);
    OptionalDouble hello = results.median(Chapters.COLD, Chapters.HELLO_ZIP, metric);
    return ours.isEmpty() || hello.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(ours.getAsDouble() - hello.getAsDouble());
  }

  private static OptionalDouble multiple(Results results, Metric metric) {
    OptionalDouble ours = results.median(Chapters.COLD, Chapters.ECHO_ZIP, metric);
    OptionalDouble hello = results.median(Chapters.COLD, Chapters.HELLO_ZIP, metric);
    return ours.isEmpty() || hello.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(ours.getAsDouble() / hello.getAsDouble());
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
    return value.isPresent() ? String.format(Locale.ROOT, "%.1f", value.getAsDouble()) : "";
  }
}
