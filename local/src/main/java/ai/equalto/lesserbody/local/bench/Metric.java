package ai.equalto.lesserbody.local.bench;

import java.util.Locale;

/** What is measured, in the order of the columns. */
enum Metric {
  COLD("cold, ms", 0),
  CPU("CPU, ms", 0),
  PEAK("peak memory, MB", 0),
  CLASSES("classes loaded", 0),
  CACHED("classes from the cache", 0),
  READY("until it waits for calls, ms", 0),
  FIRST("first call, ms", 2),
  MEDIAN("median, ms", 3),
  P99("99th percentile, ms", 3),
  CALL_CPU("CPU a call, ms", 3),
  ALLOCATED("allocated a call, KB", 1),
  ALONE("time a call, µs", 1),
  RESIDENT("memory after, MB", 0),
  THROUGHPUT("calls a second", 0),
  ZIP("zip, MB", 2);

  private final String title;
  private final int digits;

  Metric(String title, int digits) {
    this.title = title;
    this.digits = digits;
  }

  /** The head of its column. */
  String title() {
    return title;
  }

  /** As it stands in a table. */
  String text(double value) {
    return String.format(Locale.ROOT, "%,." + digits + "f", value);
  }
}
