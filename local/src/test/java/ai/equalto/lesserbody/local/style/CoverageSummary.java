package ai.equalto.lesserbody.local.style;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Prints the total of JaCoCo's report in one line, at the end of the build. */
final class CoverageSummary {
  private CoverageSummary() {}

  public static void main(String[] args) throws IOException {
    Path report = Path.of(args[0]);
    List<String> rows = Files.readAllLines(report.resolve("jacoco.csv"));
    System.out.printf(
        "Coverage: %s of lines, %s of branches (%s)%n",
        percent(rows, "LINE"), percent(rows, "BRANCH"), report.resolve("index.html"));
  }

  private static String percent(List<String> rows, String counter) {
    long missed = sum(rows, counter + "_MISSED");
    long total = missed + sum(rows, counter + "_COVERED");
    return total == 0 ? "-" : "%.1f %%".formatted(100.0 * (total - missed) / total);
  }

  private static long sum(List<String> rows, String heading) {
    int column = Arrays.asList(rows.getFirst().split(",", -1)).indexOf(heading);
    return rows.stream().skip(1).mapToLong(row -> Long.parseLong(row.split(",", -1)[column])).sum();
  }
}
