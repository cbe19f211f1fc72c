package ai.equalto.lesserbody.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.testkit.MadeUp;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PageTest {
  @Test
  void leadsThroughTheWholeListInOrder() {
    for (int size : new int[] {0, 1, 49, 50, 51, 100, 101, 1000}) {
      List<String> all = names(size);
      assertThat(walk(all)).isEqualTo(all);
    }
  }

  @Test
  void leadsThroughAnyListOnce() {
    MadeUp.inAll(
        200,
        values -> {
          List<String> all =
              IntStream.range(0, values.number(0, 200))
                  .mapToObj(i -> values.text(0, 5))
                  .distinct()
                  .toList();
          assertThat(walk(all)).isEqualTo(all);
        });
  }

  @Test
  void aCursorOfAnotherListIsNone() {
    MadeUp.inAll(
        200,
        values -> {
          String cursor =
              page(names(60), MissingNode.getInstance()).orElseThrow().nextCursor().orElseThrow();
          String other = values.flag() ? values.text(0, 20) : cursor + values.text(1, 3);
          assertThat(page(names(60), TextNode.valueOf(other))).isEmpty();
          assertThat(page(names(40), TextNode.valueOf(cursor))).isEmpty();
        });
  }

  @Test
  void aFullLastPageHasNoCursor() {
    assertThat(page(names(50), MissingNode.getInstance()).orElseThrow().nextCursor()).isEmpty();
  }

  @Test
  void aListThatGrowsRepeatsNothingAndSkipsNothing() {
    List<String> all = new ArrayList<>(names(60));
    Optional<String> cursor = page(all, MissingNode.getInstance()).orElseThrow().nextCursor();
    all.add(0, "added before");

    assertThat(page(all, TextNode.valueOf(cursor.orElseThrow())).orElseThrow().items())
        .isEqualTo(names(60).subList(50, 60));
  }

  @Test
  void nullIsTheFirstPageAndAnythingUnknownIsNone() {
    assertThat(page(names(3), NullNode.getInstance())).isPresent();
    assertThat(page(names(3), TextNode.valueOf(""))).isEmpty();
    assertThat(page(names(3), TextNode.valueOf("item-0001"))).isEmpty();
    assertThat(page(names(3), IntNode.valueOf(1))).isEmpty();
  }

  private static List<String> walk(List<String> all) {
    List<String> seen = new ArrayList<>();
    Optional<JsonNode> cursor = Optional.of(MissingNode.getInstance());
    while (cursor.isPresent()) {
      Page<String> page = page(all, cursor.get()).orElseThrow();
      seen.addAll(page.items());
      cursor = page.nextCursor().map(TextNode::valueOf);
    }
    return seen;
  }

  private static Optional<Page<String>> page(List<String> all, JsonNode cursor) {
    return Page.of(all, Function.identity(), cursor);
  }

  private static List<String> names(int size) {
    return IntStream.range(0, size).mapToObj("item-%04d"::formatted).toList();
  }
}
