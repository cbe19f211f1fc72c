package ai.equalto.lesserbody.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResultsTest {
  private final Chapter cold = Chapters.few().getFirst();
  private final Results results = new Results();

  private void take(String row, double milliseconds, double classes) {
    results.add(
        cold,
        cold.only(row).cases().getFirst(),
        Map.of(
            Metric.COLD, milliseconds,
            Metric.CPU, milliseconds,
            Metric.CLASSES, classes));
  }

  @Test
  void theMedianIsTheMiddleOrBetweenTheTwoInTheMiddle() {
    take(Chapters.HELLO_ZIP, 100, 15);
    take(Chapters.HELLO_ZIP, 900, 15);
    assertThat(results.median(cold, cold.cases().getFirst(), Metric.COLD)).hasValue(500);
    take(Chapters.HELLO_ZIP, 200, 15);
    assertThat(results.median(cold, cold.cases().getFirst(), Metric.COLD)).hasValue(200);
  }

  @Test
  void whatWasNotMeasuredNeitherFailsNorIsMet() {
    assertThat(Bar.of(results)).noneMatch(Bar::isFailed).noneMatch(Bar::isMet);
  }

  @Test
  void tablesShowMultiplesOfHello() {
    take(Chapters.HELLO_ZIP, 100, 15);
    take(Chapters.ECHO_ZIP, 1250, 2030);
    assertThat(new ResultTables(results).markdown().lines().toList())
        .contains(
            "| hello, zip | 100 | 100 |  | 15 |  |  |",
            "| echo, zip | 1,250 | 1,250 |  | 2,030 |  | 12.50 |");
  }

  @Test
  void theChartHasABarForEachRow() {
    take(Chapters.HELLO_ZIP, 100, 15);
    take(Chapters.ECHO_ZIP, 400, 700);
    String svg = Chart.of(results, cold);
    assertThat(svg).contains("hello, zip", "echo, zip");
    assertThat(List.of(svg.split("<rect ", -1))).hasSize(cold.cases().size() + 1);
  }
}
