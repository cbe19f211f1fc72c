package ai.equalto.lesserbody.memory;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.auth.Principal;
import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.auth.TestPrincipals;
import ai.equalto.lesserbody.aws.DynamoMemoryStore;
import ai.equalto.lesserbody.aws.LocalDynamo;
import ai.equalto.lesserbody.call.CallOutcome;
import ai.equalto.lesserbody.testkit.TestClock;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryQueryTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  private final Principal alice = TestPrincipals.unique(Scope.WRITE);
  private final TestClock clock = new TestClock("2026-01-01T12:00:00Z");
  private final MemoryStore store =
      new DynamoMemoryStore(LocalDynamo.shared().connection(), LocalDynamo.MEMORY_TABLE, clock);
  private final MemoryCaller memory = new MemoryCaller(store, clock);

  @Test
  void anEmptyTimelineIsAnEmptyPage() {
    assertThat(memory.query(alice, "{}").toString()).isEqualTo("{\"events\":[]}");
  }

  @Test
  void returnsTheNewestFirst() {
    appendMinutes(3);
    assertThat(memory.contents(alice, "{}")).containsExactly("e2", "e1", "e0");
  }

  @Test
  void returnsTheOldestFirstWhenAsked() {
    appendMinutes(3);
    assertThat(memory.contents(alice, "{\"order\": \"asc\"}")).containsExactly("e0", "e1", "e2");
  }

  @Test
  void startAndEndAreInclusive() {
    appendMinutes(5);
    assertThat(
            memory.contents(
                alice, "{\"start\": \"2026-01-01T12:01:00Z\", \"end\": \"2026-01-01T12:03:00Z\"}"))
        .containsExactly("e3", "e2", "e1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"start\": \"1900-01-01T00:00:00Z\", \"end\": \"1969-12-31T23:59:59Z\"}",
        "{\"start\": \"9999-12-31T23:59:59-10:00\"}"
      })
  void findsNothingWhereNoEventCanBe(String arguments) {
    memory.append(alice, "{\"content\": \"first\", \"occurred_at\": \"1970-01-01T00:00:00Z\"}");
    memory.append(alice, "{\"content\": \"last\", \"occurred_at\": \"9999-12-31T23:59:59.999Z\"}");

    assertThat(memory.contents(alice, arguments)).isEmpty();
  }

  @Test
  void startAndEndMayBeTheSame() {
    appendMinutes(3);
    assertThat(
            memory.contents(
                alice,
                "{\"start\": \"2026-01-01T13:01:00+01:00\", \"end\": \"2026-01-01T12:01:00Z\"}"))
        .containsExactly("e1");
  }

  @Test
  void startAloneAndEndAloneAreBounds() {
    appendMinutes(3);
    assertThat(memory.contents(alice, "{\"start\": \"2026-01-01T12:02:00Z\"}"))
        .containsExactly("e2");
    assertThat(memory.contents(alice, "{\"end\": \"2026-01-01T12:00:00Z\"}")).containsExactly("e0");
  }

  @Test
  void boundsOutsideOfTheRangeOfIdsAreNoHindrance() {
    appendMinutes(1);
    assertThat(
            memory.contents(
                alice,
                "{\"start\": \"0001-01-01T00:00:00Z\", \"end\": \"9999-12-31T23:59:59-01:00\"}"))
        .containsExactly("e0");
  }

  @Test
  void refusesAStartAfterTheEnd() {
    assertThat(refused("{\"start\": \"2026-01-01T12:00:01Z\", \"end\": \"2026-01-01T12:00:00Z\"}"))
        .contains("start: must not be after end");
  }

  @ParameterizedTest
  @CsvSource({"gröSSe, GröSSe matters", "GRÖSSE, die grösse", "ΟΔΟΣ, ΟΔΟΣΑΒ", "i, İ", "%, 100 %"})
  void findsTextInUpperOrLowerCase(String query, String content) {
    append(0, content);
    append(1, "unrelated");
    memory.append(alice, "{\"content\": \"\\u2014\"}");
    assertThat(memory.contents(alice, "{\"query\": \" " + query + " \"}")).contains(content);
    assertThat(memory.contents(alice, "{\"query\": \"zzz\"}")).isEmpty();
  }

  @Test
  void doesNotSearchTags() {
    memory.append(alice, "{\"content\": \"x\", \"tags\": [\"needle\"]}");
    assertThat(memory.contents(alice, "{\"query\": \"needle\"}")).isEmpty();
  }

  @Test
  void aBlankQueryAndABlankCursorCountAsAbsent() {
    appendMinutes(1);
    assertThat(memory.contents(alice, "{\"query\": \" \", \"cursor\": \"\"}")).hasSize(1);
  }

  @Test
  void returnsTwentyByDefault() {
    appendMinutes(21);
    JsonNode page = memory.query(alice, "{}");
    assertThat(page.get("events")).hasSize(20);
    assertThat(page.has("next_cursor")).isTrue();
  }

  @Test
  void aFullLastPageHasNoCursor() {
    appendMinutes(4);
    assertThat(memory.query(alice, "{\"limit\": 4}").has("next_cursor")).isFalse();
    JsonNode first = memory.query(alice, "{\"limit\": 2}");
    JsonNode last =
        memory.query(alice, "{\"limit\": 2, \"cursor\": " + first.get("next_cursor") + "}");
    assertThat(MemoryCaller.contents(last)).containsExactly("e1", "e0");
    assertThat(last.has("next_cursor")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"asc", "desc"})
  void pagesJoinWithoutGapOrOverlap(String order) {
    appendMinutes(7);
    StringBuilder seen = new StringBuilder();
    String cursor = "";
    do {
      JsonNode page =
          memory.query(
              alice, "{\"limit\":3,\"order\":\"" + order + "\",\"cursor\":\"" + cursor + "\"}");
      MemoryCaller.contents(page).forEach(seen::append);
      cursor = page.path("next_cursor").asText();
    } while (!cursor.isEmpty());
    assertThat(seen.toString())
        .isEqualTo(order.equals("asc") ? "e0e1e2e3e4e5e6" : "e6e5e4e3e2e1e0");
  }

  @Test
  void anExpiredEventIsGoneFromTheSecondOfItsExpiryOn() {
    memory.append(alice, "{\"content\": \"x\", \"expires_at\": \"2026-01-01T12:00:10Z\"}");
    clock.advance(Duration.ofMillis(9_999));
    assertThat(memory.contents(alice, "{}")).containsExactly("x");
    clock.advance(Duration.ofMillis(1));
    assertThat(memory.contents(alice, "{}")).isEmpty();
    assertThat(memory.contents(alice, "{\"query\": \"x\"}")).isEmpty();
  }

  @Test
  void expiredEventsDoNotShortenAPage() {
    appendMinutes(3);
    for (int i = 10; i < 40; i++) {
      Instant time = NOON.plusSeconds(i);
      memory.append(
          alice,
          "{\"content\": \"old\", \"occurred_at\": \""
              + time
              + "\", \"expires_at\": \"2026-01-01T12:00:01Z\"}");
    }
    clock.advance(Duration.ofSeconds(1));
    assertThat(memory.contents(alice, "{\"limit\": 3}")).containsExactly("e2", "e1", "e0");
  }

  @Test
  void aPageOfLongEventsEndsBeforeTheAnswerIsTooLong() {
    String longest = "ü".repeat(AppendInput.MAX_CONTENT);
    for (int i = 0; i < 10; i++) {
      append(i, longest);
    }
    JsonNode first = memory.query(alice, "{}");
    assertThat(first.get("events")).hasSize(8);
    JsonNode second = memory.query(alice, "{\"cursor\": " + first.get("next_cursor") + "}");
    assertThat(second.get("events")).hasSize(2);
    assertThat(second.has("next_cursor")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"0, must have a minimum value of 1", "101, must have a maximum value of 100"})
  void refusesALimitOutOfBounds(int limit, String rule) {
    assertThat(refused("{\"limit\": " + limit + "}")).contains("limit: " + rule);
  }

  @Test
  void takesTheGreatestLimit() {
    assertThat(memory.contents(alice, "{\"limit\": 100}")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "limit; \"5\"", "order; \"DESC\"", "start; \"yesterday\"", "end; \"2026-02-30T00:00:00Z\"",
        "query; 5", "cursor; {}", "agent; \"bob\"", "identity; \"bob\""
      })
  void refusesWhatDoesNotFit(String field, String value) {
    assertThat(refused("{\"" + field + "\": " + value + "}")).contains(field);
  }

  @Test
  void takesNullForAnOptionalFieldThatIsLeftOut() {
    assertThat(
            memory.contents(
                alice,
                """
                {"start": null, "end": null, "query": null, "limit": null, "cursor": null,
                 "order": null}
                """))
        .isEmpty();
  }

  @Test
  void needsAScopeToRead() {
    assertThat(memory.call(TestPrincipals.of(alice.identity()), "memory_query", "{}"))
        .isInstanceOf(CallOutcome.Denied.class);
  }

  private String refused(String arguments) {
    return memory.refused(alice, "memory_query", arguments);
  }

  /** Events {@code e0}, {@code e1} and so on, a minute apart, from noon on. */
  private void appendMinutes(int count) {
    for (int i = 0; i < count; i++) {
      append(i, "e" + i);
    }
  }

  private void append(int minute, String content) {
    Instant time = NOON.plus(Duration.ofMinutes(minute));
    memory.append(alice, "{\"content\": \"" + content + "\", \"occurred_at\": \"" + time + "\"}");
  }
}
