package ai.equalto.lesserbody.local.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The first column of a chapter as bars, in SVG that reads on a light page and on a dark one. */
final class Chart {
  private static final int WIDTH = 720;
  private static final int LABELS = 250;
  private static final int NUMBERS = 80;
  private static final int LINE = 30;
  private static final int TOP = 40;

  private Chart() {}

  /** Bars for the rows of a chapter that was measured. */
  static String of(Results results, Chapter chapter) {
    Metric metric = chapter.metrics().getFirst();
    List<Double> values =
        chapter.cases().stream()
            .map(row -> results.median(chapter, row, metric).orElse(0))
            .toList();
    double most = values.stream().mapToDouble(Double::doubleValue).max().orElse(1);
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="14">
              <title>%s</title>
              <text x="0" y="20" fill="#808080" font-weight="bold">%s: %s</text>
            """,
            WIDTH,
            TOP + LINE * values.size(),
            chapter.title(),
            chapter.title(),
            metric.title()));
    for (int row = 0; row < values.size(); row++) {
      double length = (WIDTH - LABELS - NUMBERS) * values.get(row) / most;
      svg.append(bar(TOP + LINE * row, chapter.cases().get(row), length, metric, values.get(row)));
    }
    return svg.append("</svg>\n").toString();
  }

  private static String bar(int top, Case row, double length, Metric metric, double value) {
    return String.format(
        Locale.ROOT,
        """
          <text x="0" y="%d" fill="#808080">%s</text>
          <rect x="%d" y="%d" width="%.1f" height="20" fill="%s"/>
          <text x="%.1f" y="%d" fill="#808080">%s</text>
        """,
        top + 15,
        row.name(),
        LABELS,
        top,
        length,
        color(row),
        LABELS + length + 8,
        top + 15,
        metric.text(value));
  }

  private static String color(Case row) {
    if (Stream.of(Peer.values()).anyMatch(peer -> peer.title().equals(row.name()))) {
      return "#c98500";
    }
    return row.name().startsWith(Chapters.HELLO) ? "#9a9a9a" : "#2f81d7";
  }
}
