package ai.equalto.lesserbody.aws;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.auth.Principal;
import ai.equalto.lesserbody.auth.TestPrincipals;
import ai.equalto.lesserbody.memory.EventId;
import ai.equalto.lesserbody.memory.MemoryEvent;
import ai.equalto.lesserbody.memory.MemoryPage;
import ai.equalto.lesserbody.memory.MemorySearch;
import ai.equalto.lesserbody.memory.Order;
import ai.equalto.lesserbody.testkit.TestClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** A timeline that takes more than one call to search, in which few events fit. */
class LongTimelineTest {
  private static final int MOST_IN_ONE_CALL = MemoryReader.ITEMS_A_READ * MemoryReader.MAX_READS;
  private static final int EVENTS = MOST_IN_ONE_CALL + 600;
  private static final int BATCH = 25;
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private static final Principal ALICE = TestPrincipals.unique();
  private static final LocalDynamo DYNAMO = LocalDynamo.shared();
  private static final DynamoMemoryStore STORE =
      new DynamoMemoryStore(
          DYNAMO.connection(), LocalDynamo.MEMORY_TABLE, new TestClock(NOW.toString()));

  @BeforeAll
  static void manyEvents() {
    for (int first = 0; first < EVENTS; first += BATCH) {
      List<WriteRequest> batch =
          IntStream.range(first, Math.min(first + BATCH, EVENTS))
              .mapToObj(LongTimelineTest::event)
              .map(event -> MemoryItem.write(ALICE, event, NOW))
              .map(item -> WriteRequest.builder().putRequest(put -> put.item(item)).build())
              .toList();
      DYNAMO
          .connection()
          .client()
          .batchWriteItem(r -> r.requestItems(Map.of(LocalDynamo.MEMORY_TABLE, batch)));
    }
  }

  /** Every 100th is rare, and the very first unique. */
  private static MemoryEvent event(int number) {
    String content = (number == 0 ? "Unique " : "") + (number % 100 == 0 ? "Rare " : "") + number;
    return new MemoryEvent(
        id(number).text(), id(number).time(), content, List.of(), Optional.empty());
  }

  private static EventId id(int number) {
    return EventId.parse("01ARZ3NDEKTSV4RRFFQ0%06d".formatted(number)).orElseThrow();
  }

  @ParameterizedTest
  @EnumSource
  void aPageOfRareEventsIsNotShort(Order order) {
    MemoryPage page = STORE.find(ALICE, search("rare", order, 20, Optional.empty()));
    assertThat(page.events()).hasSize(20);
    assertThat(page.continueAfter()).isPresent();
  }

  @ParameterizedTest
  @EnumSource
  void everyRareEventIsFoundOnceAndInOrder(Order order) {
    List<String> found = new ArrayList<>();
    for (MemoryPage page : pages("rare", order, 20)) {
      page.events().forEach(event -> found.add(event.eventId()));
    }
    List<String> expected =
        IntStream.range(0, EVENTS / 100).mapToObj(i -> id(i * 100).text()).toList();
    assertThat(found)
        .containsExactlyElementsOf(order == Order.ASC ? expected : expected.reversed());
  }

  @Test
  void onlyTheLastPageOfRareEventsIsShort() {
    List<MemoryPage> pages = pages("rare", Order.DESC, 20);
    assertThat(pages.subList(0, pages.size() - 1))
        .allSatisfy(page -> assertThat(page.events()).hasSize(20));
  }

  @Test
  void aCallThatHasReadEnoughTellsWhereToGoOn() {
    MemoryPage first = STORE.find(ALICE, search("unique", Order.DESC, 1, Optional.empty()));
    assertThat(first.events()).isEmpty();
    assertThat(first.continueAfter()).contains(id(EVENTS - MOST_IN_ONE_CALL));
    MemoryPage second = STORE.find(ALICE, search("unique", Order.DESC, 1, first.continueAfter()));
    assertThat(second.events()).extracting(MemoryEvent::eventId).containsExactly(id(0).text());
    assertThat(second.continueAfter()).isEmpty();
  }

  @Test
  void withoutATextOnlyThePageAndOneMoreAreRead() {
    MemoryPage page = STORE.find(ALICE, search(null, Order.DESC, 100, Optional.empty()));
    assertThat(page.events()).hasSize(100);
    assertThat(page.continueAfter()).contains(id(EVENTS - 100));
  }

  private static List<MemoryPage> pages(String text, Order order, int limit) {
    List<MemoryPage> pages = new ArrayList<>();
    Optional<EventId> after = Optional.empty();
    do {
      MemoryPage page = STORE.find(ALICE, search(text, order, limit, after));
      pages.add(page);
      after = page.continueAfter();
    } while (after.isPresent());
    return pages;
  }

  private static MemorySearch search(String text, Order order, int limit, Optional<EventId> after) {
    return new MemorySearch(
        new EventId("0".repeat(26)),
        new EventId("7" + "Z".repeat(25)),
        Optional.ofNullable(text),
        order,
        limit,
        after);
  }
}
