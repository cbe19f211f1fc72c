package ai.equalto.lesserbody.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PerformancePageTest {
  private final Page page = new Page(Path.of("../docs/performance.md"));

  @Test
  void thePageHasATableForEachChapterInTheirOrder() throws Exception {
    assertThat(lines("### "))
        .containsExactlyElementsOf(
            Stream.concat(Chapters.all(shown()).stream().map(Chapter::title), Stream.of("Bars"))
                .toList());
  }

  @Test
  void eachTableHasTheColumnsAndRowsThatAreMeasured() throws Exception {
    for (Chapter chapter : Chapters.all(shown())) {
      List<String> table = table(chapter.title());
      String head = "| " + String.join(" | ", ResultTables.head(chapter)) + " |";
      assertThat(table.getFirst()).isEqualTo(head);
      assertThat(table.stream().skip(2).map(line -> line.split(" \\| ", -1)[0].substring(2)))
          .as(chapter.title())
          .containsExactlyElementsOf(chapter.cases().stream().map(Case::name).toList());
    }
  }

  /** With the rows that only some runs have, if the page has them. */
  private Extent shown() throws Exception {
    String tables = page.part();
    return new Extent(
        tables.contains("| " + Peer.AWSLABS.title() + " |"),
        tables.contains("| 1,000,000 events |"));
  }

  private List<String> lines(String prefix) throws Exception {
    return page.part()
        .lines()
        .filter(line -> line.startsWith(prefix))
        .map(line -> line.substring(prefix.length()))
        .toList();
  }

  private List<String> table(String title) throws Exception {
    return page.part()
        .lines()
        .dropWhile(line -> !line.equals("### " + title))
        .skip(2)
        .takeWhile(line -> line.startsWith("|"))
        .toList();
  }
}
