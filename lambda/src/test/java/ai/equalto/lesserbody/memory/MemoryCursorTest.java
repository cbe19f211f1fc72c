package ai.equalto.lesserbody.memory;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.auth.KeyRing;
import ai.equalto.lesserbody.auth.Principal;
import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.auth.Seal;
import ai.equalto.lesserbody.auth.Secrets;
import ai.equalto.lesserbody.auth.SigningKey;
import ai.equalto.lesserbody.auth.TestPrincipals;
import ai.equalto.lesserbody.aws.DynamoMemoryStore;
import ai.equalto.lesserbody.aws.LocalDynamo;
import ai.equalto.lesserbody.testkit.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryCursorTest {
  private static final String FILTERS =
      "\"start\": \"2026-01-01T00:00:00Z\", \"end\": \"2026-01-02T00:00:00Z\", \"query\": \"e\"";

  private final Principal alice = TestPrincipals.unique(Scope.WRITE);
  private final TestClock clock = new TestClock("2026-01-01T00:00:00Z");
  private final MemoryStore store =
      new DynamoMemoryStore(LocalDynamo.shared().connection(), LocalDynamo.MEMORY_TABLE, clock);
  private final MemoryCaller memory = new MemoryCaller(store, clock);
  private String cursor;

  @BeforeEach
  void twoPages() {
    for (String content : List.of("e0", "e1", "e2")) {
      memory.append(alice, "{\"content\": \"" + content + "\"}");
      clock.advance(Duration.ofSeconds(1));
    }
    cursor = nextCursor("{" + FILTERS + ", \"limit\": 1}");
  }

  @Test
  void goesOnBehindThePage() {
    assertThat(memory.contents(alice, with(FILTERS, cursor))).containsExactly("e1", "e0");
  }

  @Test
  void goesOnWithAnotherLimit() {
    assertThat(memory.contents(alice, with(FILTERS + ", \"limit\": 1", cursor)))
        .containsExactly("e1");
  }

  @Test
  void goesOnWhenTheFiltersAreWrittenDifferently() {
    String same =
        "\"start\": \"2026-01-01T01:00:00+01:00\", \"end\": \"2026-01-02T00:00:00.000Z\","
            + " \"query\": \" E\", \"order\": \"desc\"";
    assertThat(memory.contents(alice, with(same, cursor))).containsExactly("e1", "e0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"end\": \"2026-01-02T00:00:00Z\", \"query\": \"e\"",
        "\"start\": \"2026-01-01T00:00:00Z\", \"query\": \"e\"",
        "\"start\": \"2026-01-01T00:00:00Z\", \"end\": \"2026-01-02T00:00:00Z\"",
        FILTERS + ", \"order\": \"asc\""
      })
  void isRefusedWithOtherFilters(String filters) {
    assertThat(refused(alice, with(filters, cursor)))
        .contains("cursor: belongs to a query with another start, end, query or order");
  }

  @Test
  void isRefusedFromAnotherIdentity() {
    Principal bob = TestPrincipals.unique(Scope.READ);
    assertThat(refused(bob, with(FILTERS, cursor))).contains("cursor: not one of yours");
  }

  @Test
  void isGoodForADay() {
    clock.advance(MemoryCursor.LIFETIME.minusSeconds(1));
    assertThat(memory.contents(alice, with(FILTERS, cursor))).hasSize(2);
    clock.advance(Duration.ofSeconds(1));
    assertThat(refused(alice, with(FILTERS, cursor))).contains("cursor:", "older than a day");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "eyJhbGciOiJub25lIn0.e30.", "a.b.c", "01ARZ3NDEKTSV4RRFFQ69G5FAV"})
  void isRefusedWhenForged(String forged) {
    assertThat(refused(alice, with(FILTERS, forged))).contains("cursor: not one of yours");
  }

  @Test
  void isRefusedWhenChanged() {
    String changed = cursor.replace('a', 'b');
    assertThat(refused(alice, with(FILTERS, changed))).contains("cursor: not one of yours");
  }

  @Test
  void isRefusedWhenSealedForAnotherPurpose() {
    String sealed = sealed(MemoryCaller.KEYS, "session");
    assertThat(refused(alice, with(FILTERS, sealed))).contains("cursor: not one of yours");
  }

  @Test
  void isRefusedWhenSealedWithAnotherKey() {
    KeyRing others = new KeyRing(SigningKey.of("another secret of thirty-two bytes!!"), List.of());
    String sealed = sealed(others, "memory-cursor");
    assertThat(refused(alice, with(FILTERS, sealed))).contains("cursor: not one of yours");
  }

  @Test
  void isShorterThanItsBoundForTheLongestIdentity() {
    Principal longest = TestPrincipals.of("木".repeat(256), Scope.WRITE);
    memory.append(longest, "{\"content\": \"e0\"}");
    memory.append(longest, "{\"content\": \"e1\"}");
    String next = memory.query(longest, "{\"limit\": 1}").get("next_cursor").textValue();
    assertThat(memory.query(longest, "{\"cursor\": \"" + next + "\"}").get("events")).hasSize(1);
  }

  private String sealed(KeyRing keys, String purpose) {
    return new Seal(Secrets.fixed(keys), purpose, clock)
        .seal(
            alice,
            Map.of("after", "01ARZ3NDEKTSV4RRFFQ69G5FAV", "filters", "x"),
            Duration.ofHours(1));
  }

  private String nextCursor(String arguments) {
    return memory.query(alice, arguments).get("next_cursor").textValue();
  }

  private String refused(Principal caller, String arguments) {
    return memory.refused(caller, "memory_query", arguments);
  }

  private static String with(String filters, String cursor) {
    return "{" + filters + ", \"cursor\": \"" + cursor + "\"}";
  }
}
