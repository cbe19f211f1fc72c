package ai.equalto.lesserbody.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BarTest {
  private final Results results = new Results();

  private void take(String chapterId, String name, Map<Metric, Double> numbers) {
    Chapter chapter =
        Chapters.all(new Extent(true, true)).stream()
            .filter(each -> each.id().equals(chapterId))
            .findFirst()
            .orElseThrow();
    Case row =
        chapter.cases().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    // Chapters are made anew each time; what was measured is found by their names.
    results.chapters().stream()
        .filter(each -> each.id().equals(chapterId))
        .findFirst()
        .ifPresentOrElse(
            known -> results.add(known, known.only(name).cases().getFirst(), numbers),
            () -> results.add(chapter, row, numbers));
  }

  private void cold(String name, double milliseconds) {
    take(Chapters.COLD, name, Map.of(Metric.COLD, milliseconds));
  }

  private void classes(String name, double count) {
    take(Chapters.COLD, name, Map.of(Metric.CLASSES, count));
  }

  private Bar bar(String name) {
    return Bar.of(results).stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private void assertMeasured(String name, String measured, boolean met) {
    assertThat(bar(name)).returns(measured, Bar::measured).returns(met, Bar::isMet);
  }

  @Test
  void timesFailBeyondTwiceTheirBar() {
    cold(Chapters.HELLO_ZIP, 100);
    cold(Chapters.ECHO_ZIP, 799);
    Bar missed = bar("cold echo as a multiple of hello (zip)");
    assertThat(missed).returns(false, Bar::isMet).returns(false, Bar::isFailed);
    cold(Chapters.ECHO_ZIP, 805);
    assertThat(bar(missed.name()).isFailed()).isTrue();
  }

  @Test
  void oneClassTooManyFails() {
    String name = "classes of a cold echo above hello (zip)";
    double reached = bar(name).failure();
    classes(Chapters.HELLO_ZIP, 15);
    classes(Chapters.ECHO_ZIP, 15 + reached);
    assertThat(bar(name).isFailed()).isFalse();
    classes(Chapters.ECHO_ZIP, 15 + reached + 2);
    assertThat(bar(name).isFailed()).isTrue();
  }

  @Test
  void theZipHasToBeFasterThanPythonAndTheSdksThatAreNotBundled() {
    cold(Chapters.ECHO_ZIP, 400);
    cold(Peer.AWSLABS.title(), 500);
    cold(Peer.SDK1.title(), 1000);
    cold(Peer.SDK2.title(), 320);
    cold(Peer.SDK2_BUNDLED.title(), 100);
    assertMeasured("cold echo (zip) as a multiple of awslabs, Python", "0.80", true);
    assertMeasured(
        "cold echo (zip) as a multiple of the faster TypeScript SDK, not bundled", "1.25", false);
  }

  @Test
  void theImageIsHeldAgainstTheFastestOfAllPeers() {
    cold(Chapters.ECHO_FLAT, 150);
    cold(Peer.AWSLABS.title(), 500);
    cold(Peer.SDK1_BUNDLED.title(), 200);
    assertMeasured("cold echo (image) as a multiple of the fastest peer", "0.75", true);
  }

  @Test
  void warmCallsAreHeldAgainstThePeers() {
    take(Chapters.WARM, Chapters.ECHO, Map.of(Metric.MEDIAN, 0.6, Metric.PEAK, 129.0));
    take(Chapters.WARM, Peer.AWSLABS.title(), Map.of(Metric.MEDIAN, 1.0));
    take(Chapters.WARM, Peer.SDK1.title(), Map.of(Metric.MEDIAN, 3.0));
    take(Chapters.WARM, Peer.SDK2_BUNDLED.title(), Map.of(Metric.MEDIAN, 2.0));
    assertMeasured("median of a warm echo as a multiple of awslabs, Python", "0.60", true);
    assertMeasured(
        "median of a warm echo as a multiple of the fastest TypeScript SDK", "0.30", false);
    assertThat(bar("peak memory after 1,000 calls of echo, MB").isFailed()).isTrue();
  }

  @Test
  void growthIsHeldAgainstTheLeast() {
    take(Growth.TOOLS, "10 tools", Map.of(Metric.COLD, 100.0));
    take(Growth.TOOLS, "1,000 tools", Map.of(Metric.COLD, 130.0));
    take(Growth.MEMORIES, "1,000 events", Map.of(Metric.MEDIAN, 2.0));
    take(Growth.MEMORIES, "1,000,000 events", Map.of(Metric.MEDIAN, 4.0));
    assertMeasured("cold start of 1,000 tools as a multiple of 10", "1.30", true);
    assertMeasured("median of a query of 1,000,000 events as a multiple of 1,000", "2.00", false);
  }

  @Test
  void aBarOfWhatWasNotMeasuredIsNotShown() {
    cold(Chapters.HELLO_ZIP, 100);
    cold(Chapters.ECHO_ZIP, 300);
    List<Bar> shown = Bar.of(results).stream().filter(Bar::isMeasured).toList();
    assertThat(shown)
        .extracting(Bar::name)
        .containsExactly("cold echo as a multiple of hello (zip)");
  }
}
