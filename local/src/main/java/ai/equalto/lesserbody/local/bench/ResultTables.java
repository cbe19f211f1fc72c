package ai.equalto.lesserbody.local.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** What was measured, as tables in Markdown. */
final class ResultTables {
  private final Results results;

  ResultTables(Results results) {
    this.results = results;
  }

  /** All tables, and the bars of what was measured. */
  String markdown() {
    List<String> parts = new ArrayList<>();
    for (Chapter chapter : results.chapters()) {
      parts.add("### " + chapter.title() + "\n\n" + table(chapter));
    }
    List<Bar> bars = Bar.of(results).stream().filter(Bar::isMeasured).toList();
    if (!bars.isEmpty()) {
      parts.add("### Bars\n\n" + table(bars));
    }
    return String.join("\n", parts);
  }

  /** The head of the table of a chapter. */
  static List<String> head(Chapter chapter) {
    List<String> head = new ArrayList<>(List.of(""));
    chapter.metrics().forEach(metric -> head.add(metric.title()));
    chapter.multiple().ifPresent(_ -> head.add("multiple of hello"));
    return head;
  }

  private String table(Chapter chapter) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(head(chapter));
    for (Case row : chapter.cases()) {
      List<String> cells = new ArrayList<>(List.of(row.name()));
      for (Metric metric : chapter.metrics()) {
        cells.add(text(metric, results.median(chapter, row, metric)));
      }
      chapter.multiple().ifPresent(metric -> cells.add(multiple(chapter, row, metric)));
      lines.add(cells);
    }
    return markdown(lines);
  }

  private static String text(Metric metric, OptionalDouble value) {
    return value.isPresent() ? metric.text(value.getAsDouble()) : "";
  }

  private String multiple(Chapter chapter, Case row, Metric metric) {
    OptionalDouble own = results.median(chapter, row, metric);
    OptionalDouble base = results.median(chapter.id(), row.base(), metric);
    return row.hasBase() && own.isPresent() && base.isPresent()
        ? String.format(Locale.ROOT, "%.2f", own.getAsDouble() / base.getAsDouble())
        : "";
  }

  private static String table(List<Bar> bars) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(List.of("", "bar", "measured", "met"));
    for (Bar bar : bars) {
      lines.add(
          List.of(bar.name(), Bar.text(bar.limit()), bar.measured(), bar.isMet() ? "yes" : "no"));
    }
    return markdown(lines);
  }

  private static String markdown(List<List<String>> lines) {
    List<String> head = lines.getFirst();
    StringBuilder table = new StringBuilder(line(head));
    table.append("| --- |").append(" ---: |".repeat(head.size() - 1)).append('\n');
    lines.stream().skip(1).map(ResultTables::line).forEach(table::append);
    return table.toString();
  }

  private static String line(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }
}
