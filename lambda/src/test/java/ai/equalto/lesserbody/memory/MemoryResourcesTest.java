package ai.equalto.lesserbody.memory;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.TestClient;
import ai.equalto.lesserbody.TestServer;
import ai.equalto.lesserbody.auth.Principal;
import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.auth.TestPrincipals;
import ai.equalto.lesserbody.aws.DynamoConnection;
import ai.equalto.lesserbody.aws.DynamoMemoryStore;
import ai.equalto.lesserbody.aws.LocalDynamo;
import ai.equalto.lesserbody.call.CallOutcome;
import ai.equalto.lesserbody.testkit.TestClock;
import ai.equalto.lesserbody.testkit.TestJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The memory of a caller as resources. */
class MemoryResourcesTest {
  private static final String RECENT = "agent://memory/recent";
  private static final String DAYS = "agent://memory/{date}";

  private final Principal alice = TestPrincipals.unique(Scope.WRITE);
  private final Principal bob = TestPrincipals.unique(Scope.WRITE);
  private final TestClock clock = new TestClock("2026-01-03T12:00:00Z");
  private final MemoryCaller memory = caller(LocalDynamo.shared().connection());

  private MemoryCaller caller(DynamoConnection connection) {
    return new MemoryCaller(
        new DynamoMemoryStore(connection, LocalDynamo.MEMORY_TABLE, clock), clock);
  }

  private void append(Principal caller, String content, String time) {
    memory.append(caller, "{\"content\": \"" + content + "\", \"occurred_at\": \"" + time + "\"}");
  }

  private JsonNode read(Principal caller, String uri) {
    return TestJson.object(memory.as(caller).read(uri).text());
  }

  private List<String> contents(Principal caller, String uri) {
    return MemoryCaller.contents(read(caller, uri));
  }

  @Test
  void recentIsWhatAQueryWithoutArgumentsGives() {
    for (int second = 10; second < 35; second++) {
      append(alice, "e" + second, "2026-01-01T00:00:" + second + "Z");
    }

    JsonNode recent = read(alice, RECENT);

    assertThat(recent.get("events")).isEqualTo(memory.query(alice, "{}").get("events")).hasSize(20);
    JsonNode rest = memory.query(alice, "{\"cursor\": " + recent.get("next_cursor") + "}");
    assertThat(MemoryCaller.contents(rest)).containsExactly("e14", "e13", "e12", "e11", "e10");
  }

  @Test
  void aDayHoldsWhatHappenedFromMidnightToMidnightNewestFirst() {
    append(alice, "before", "2025-12-31T23:59:59.999Z");
    append(alice, "first", "2026-01-01T00:00:00Z");
    append(alice, "last", "2026-01-01T23:59:59.999Z");
    append(alice, "after", "2026-01-02T00:00:00Z");

    assertThat(contents(alice, "agent://memory/2026-01-01")).containsExactly("last", "first");
    assertThat(contents(alice, "agent://memory/2025%2D12%2D31")).containsExactly("before");
  }

  @Test
  void aQueryGoesOnWhereTheFirstPageOfADayEnds() {
    for (int second = 10; second < 32; second++) {
      append(alice, "e" + second, "2026-01-01T00:00:" + second + "Z");
    }
    append(alice, "the day before", "2025-12-31T12:00:00Z");

    JsonNode day = read(alice, "agent://memory/2026-01-01");
    JsonNode rest =
        memory.query(
            alice,
            "{\"start\": %s, \"end\": %s, \"cursor\": %s}"
                .formatted(day.get("start"), day.get("end"), day.get("next_cursor")));

    assertThat(MemoryCaller.contents(day)).hasSize(20).startsWith("e31");
    assertThat(MemoryCaller.contents(rest)).containsExactly("e11", "e10");
    assertThat(rest.has("next_cursor")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-01-01", "2024-02-29", "0000-01-01", "1969-12-31", "9999-12-31"})
  void aDayWithoutEventsIsEmpty(String day) {
    assertThat(contents(alice, "agent://memory/" + day)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-02-30",
        "2026-13-01",
        "2025-02-29",
        "2026-1-1",
        "%2B2026-01-01",
        "-2026-01-01",
        "12026-01-01",
        "2026-01-01T00",
        "%D9%A2%D9%A0%D9%A2%D9%A6-%D9%A0%D9%A1-%D9%A0%D9%A1",
        "%EF%BC%92%EF%BC%90%EF%BC%92%EF%BC%96-01-01",
        "2026-01-01%0A",
        "2026-01-01%20",
        "%2E%2E",
        "../recent",
        "%2E%2E%2Frecent",
        "recent%00",
        "Recent",
        "today",
        ""
      })
  void whatIsNoDayIsNotThere(String date) {
    var read = memory.as(alice).read("agent://memory/" + date);

    assertThat(read.outcome()).isInstanceOf(CallOutcome.NotFound.class);
    assertThat(read.audit().toString()).contains("not_found");
  }

  @Test
  void nobodyReadsWhatAnotherRemembers() {
    append(bob, "bobs", "2026-01-03T08:00:00Z");

    assertThat(contents(alice, RECENT)).isEmpty();
    assertThat(contents(alice, "agent://memory/2026-01-03")).isEmpty();
    assertThat(memory.as(alice).complete(DAYS, "date", "").value()).isEmpty();
    assertThat(contents(bob, RECENT)).containsExactly("bobs");
  }

  @Test
  void suggestsTheDaysOfRecentEventsTheLatestFirst() {
    append(alice, "a", "2025-12-31T08:00:00Z");
    append(alice, "b", "2026-01-01T08:00:00Z");
    append(alice, "c", "2026-01-01T09:00:00Z");

    assertThat(memory.as(alice).complete(DAYS, "date", "").value())
        .containsExactly("2026-01-01", "2025-12-31");
    assertThat(memory.as(alice).complete(DAYS, "date", "2025-1").value())
        .containsExactly("2025-12-31");
  }

  @ParameterizedTest
  @ValueSource(strings = {RECENT, "agent://memory/2026-01-03"})
  void needsAScopeToRead(String uri) {
    assertThat(memory.as(TestPrincipals.of(alice.identity())).read(uri).outcome())
        .isInstanceOf(CallOutcome.Denied.class);
    assertThat(memory.as(TestPrincipals.of(alice.identity(), Scope.READ)).read(uri).value())
        .isNotNull();
  }

  @Test
  void aStoreThatIsDownIsToldInTheWordsOfTheToolsAndSuggestsNothing() {
    MemoryCaller down = caller(LocalDynamo.connection(LocalDynamo.closedPort()));
    String words = down.failed(alice, "memory_query", "{}");

    assertThat(down.as(alice).read(RECENT).failure()).isEqualTo(words);
    assertThat(down.as(alice).read("agent://memory/2026-01-03").failure()).isEqualTo(words);
    assertThat(down.as(alice).complete(DAYS, "date", "2").value()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {RECENT, "agent://memory/2026-01-03"})
  void aClientMayKeepItForItsCallerAndForTenSeconds(String uri) {
    Map<String, String> settings = new HashMap<>(LocalDynamo.shared().environment());
    settings.put("LESSER_TABLE_NAME", LocalDynamo.MEMORY_TABLE);
    JsonNode result =
        TestClient.of(new TestServer(settings))
            .as(alice.identity(), "read")
            .result("resources/read", "{'uri':'" + uri + "'}");

    assertThat(result.get("cacheScope").textValue()).isEqualTo("private");
    assertThat(result.get("ttlMs").intValue()).isEqualTo(10_000);
    assertThat(result.at("/contents/0/uri").textValue()).isEqualTo(uri);
  }

  @Test
  void everyEventIsInTheResourceOfItsDay() {
    append(alice, "x", "2026-01-02T23:59:59.999Z");

    Instant time = Instant.parse(read(alice, RECENT).at("/events/0/occurred_at").textValue());

    assertThat(contents(alice, "agent://memory/" + Day.of(time))).containsExactly("x");
  }
}
