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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryAppendTest {
  /** An id of 2026-01-01T00:00:00.000Z, the time of the clock. */
  private static final String ID = EventId.last(Instant.parse("2026-01-01T00:00:00Z")).text();

  private final Principal alice = TestPrincipals.unique(Scope.WRITE);
  private final TestClock clock = new TestClock("2026-01-01T00:00:00.700Z");
  private final MemoryStore store =
      new DynamoMemoryStore(LocalDynamo.shared().connection(), LocalDynamo.MEMORY_TABLE, clock);
  private final MemoryCaller memory = new MemoryCaller(store, clock);

  @Test
  void returnsTheEventAsItIsKept() {
    JsonNode result =
        memory.append(
            alice,
            """
            {"content": "  Met Bob.\\n", "occurred_at": "2026-01-01T01:30:00.1234+01:00",
             "tags": ["b", " a ", "b", "", "  "], "expires_at": "2026-01-02T00:00:00.9Z"}
            """);
    assertThat(result.get("created").booleanValue()).isTrue();
    JsonNode event = result.get("event");
    assertThat(event.get("content").textValue()).isEqualTo("Met Bob.");
    assertThat(event.get("occurred_at").textValue()).isEqualTo("2026-01-01T00:30:00.123Z");
    assertThat(event.get("tags").toString()).isEqualTo("[\"a\",\"b\"]");
    assertThat(event.get("expires_at").textValue()).isEqualTo("2026-01-02T00:00:00Z");
    assertThat(memory.query(alice, "{}").get("events").get(0)).isEqualTo(event);
  }

  @Test
  void anEventWithoutATimeHappenedNow() {
    JsonNode event = memory.append(alice, "{\"content\": \"x\"}").get("event");
    assertThat(event.get("occurred_at").textValue()).isEqualTo("2026-01-01T00:00:00.700Z");
    assertThat(new EventId(event.get("event_id").textValue()).time()).isEqualTo(clock.instant());
    assertThat(event.has("expires_at")).isFalse();
    assertThat(event.get("tags")).isEmpty();
  }

  @Test
  void takesTheTimeOfAGivenId() {
    JsonNode event = memory.append(alice, withId("x", ID)).get("event");
    assertThat(event.get("event_id").textValue()).isEqualTo(ID);
    assertThat(event.get("occurred_at").textValue()).isEqualTo("2026-01-01T00:00:00Z");
  }

  @Test
  void theSameIdTwiceReturnsTheFirstEvent() {
    JsonNode first = memory.append(alice, withId("first", ID));
    clock.advance(Duration.ofHours(1));
    JsonNode second = memory.append(alice, withId("second", ID));
    assertThat(first.get("created").booleanValue()).isTrue();
    assertThat(second.get("created").booleanValue()).isFalse();
    assertThat(second.get("event")).isEqualTo(first.get("event"));
    assertThat(memory.contents(alice, "{}")).containsExactly("first");
  }

  @Test
  void theSameIdInLowerCaseIsTheSame() {
    memory.append(alice, withId("first", ID));
    JsonNode second = memory.append(alice, withId("second", ID.toLowerCase(Locale.ROOT)));
    assertThat(second.get("created").booleanValue()).isFalse();
    assertThat(second.get("event").get("event_id").textValue()).isEqualTo(ID);
  }

  @Test
  void theSameIdOfTwoIdentitiesIsTwoEvents() {
    memory.append(alice, withId("hers", ID));
    JsonNode his = memory.append(TestPrincipals.unique(Scope.WRITE), withId("his", ID));
    assertThat(his.get("created").booleanValue()).isTrue();
    assertThat(memory.contents(alice, "{}")).containsExactly("hers");
  }

  @Test
  void ofManyAtTheSameTimeExactlyOneIsCreated() throws Exception {
    for (int round = 0; round < 20; round++) {
      String id = EventId.first(clock.instant().plusSeconds(round)).text();
      assertThat(atTheSameTime(withId("one", id), withId("two", id)))
          .containsExactlyInAnyOrder(true, false);
    }
  }

  private List<Boolean> atTheSameTime(String... arguments) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    List<Future<Boolean>> pending = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(arguments.length)) {
      for (String each : arguments) {
        Callable<Boolean> call =
            () -> {
              start.await();
              return memory.append(alice, each).get("created").booleanValue();
            };
        pending.add(threads.submit(call));
      }
      start.countDown();
      List<Boolean> created = new ArrayList<>();
      for (Future<Boolean> each : pending) {
        created.add(each.get());
      }
      return created;
    }
  }

  @Test
  void anExpiredEventGivesWayToANewOneOfItsId() {
    memory.append(alice, "{" + pairs("old", ID) + ", \"expires_at\": \"2026-01-01T00:01:00Z\"}");
    clock.advance(Duration.ofSeconds(60));
    JsonNode second = memory.append(alice, withId("new", ID));
    assertThat(second.get("created").booleanValue()).isTrue();
    assertThat(memory.contents(alice, "{}")).containsExactly("new");
  }

  @Test
  void anEventThatHasNotExpiredDoesNotGiveWay() {
    memory.append(alice, "{" + pairs("old", ID) + ", \"expires_at\": \"2026-01-01T00:01:00Z\"}");
    clock.advance(Duration.ofMillis(59_200));
    JsonNode second = memory.append(alice, withId("new", ID));
    assertThat(second.get("created").booleanValue()).isFalse();
    assertThat(second.get("event").get("content").textValue()).isEqualTo("old");
  }

  @Test
  void refusesAnIdWhoseTimeIsNotThatOfTheEvent() {
    assertThat(refused("{" + pairs("x", ID) + ", \"occurred_at\": \"2026-01-01T00:00:00.001Z\"}"))
        .contains("event_id", "occurred_at");
  }

  @Test
  void acceptsAnIdWhoseTimeAgreesToTheMillisecond() {
    memory.append(
        alice, "{" + pairs("x", ID) + ", \"occurred_at\": \"2026-01-01T00:00:00.0009Z\"}");
    assertThat(memory.contents(alice, "{}")).containsExactly("x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1969-12-31T23:59:59.999Z", "9999-12-31T23:59:59-01:00"})
  void refusesATimeThatNoEventCanHave(String time) {
    assertThat(refused("{\"content\": \"x\", \"occurred_at\": \"" + time + "\"}"))
        .contains("occurred_at: must lie between 1970 and 9999");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1970-01-01T00:00:00Z", "9999-12-31T23:59:59.999Z"})
  void acceptsTheFirstAndTheLastTime(String time) {
    JsonNode result = memory.append(alice, "{\"content\":\"x\",\"occurred_at\":\"" + time + "\"}");
    assertThat(result.get("event").get("occurred_at").textValue()).isEqualTo(time);
    assertThat(memory.contents(alice, "{}")).containsExactly("x");
  }

  @Test
  void refusesAnIdWhoseTimeNoTimestampCanName() {
    assertThat(refused(withId("x", "7ZZZZZZZZZZZZZZZZZZZZZZZZZ"))).contains("event_id: its time");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2025-12-31T23:59:59Z", "2026-01-01T00:00:00Z", "2026-01-01T00:00:00.999Z"})
  void refusesAnExpiryThatIsNotInTheFuture(String expiry) {
    assertThat(refused("{\"content\": \"x\", \"expires_at\": \"" + expiry + "\"}"))
        .contains("expires_at: must lie in the future");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "80000000000000000000000000", "0123456789ABCDEFGHJKMNPQR", "0123456789ABCDEFGHJKMNPQRST",
        "I1ARZ3NDEKTSV4RRFFQ69G5FAV", "01ARZ3NDEKTSV4RRFFQ69G5FAL", "01ARZ3NDEKTSV4RRFFQ69G5FA\\n",
        "01ARZ3NDEKTSV4RRFFQ69G5FAV\\n", ""
      })
  void refusesWhatIsNoUlid(String id) {
    assertThat(refused(withId("x", id))).startsWith("Invalid arguments: event_id");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"content\": \"\"}", "{\"content\": \" \\n\\t\"}"})
  void refusesAnEventWithoutContent(String arguments) {
    assertThat(refused(arguments)).contains("content");
  }

  @Test
  void keepsTheLongestContentOfTheWidestCharacters() {
    String longest = "𐐀".repeat(AppendInput.MAX_CONTENT);
    memory.append(alice, "{\"content\": \"" + longest + "\"}");
    assertThat(memory.contents(alice, "{}")).containsExactly(longest);
  }

  @Test
  void refusesContentThatIsLonger() {
    assertThat(refused("{\"content\": \"" + "x".repeat(AppendInput.MAX_CONTENT + 1) + "\"}"))
        .contains("content", "32,768");
  }

  @Test
  void refusesAFieldThatItDoesNotKnow() {
    assertThat(refused("{\"content\": \"x\", \"identity\": \"bob\"}")).contains("identity");
  }

  @Test
  void takesNullForAnOptionalFieldThatIsLeftOut() {
    memory.append(
        alice,
        """
        {"content": "x", "event_id": null, "occurred_at": null, "tags": null, "expires_at": null}
        """);
    assertThat(memory.contents(alice, "{}")).containsExactly("x");
  }

  @Test
  void needsTheScopeToWrite() {
    Principal reader = TestPrincipals.of(alice.identity(), Scope.READ);
    assertThat(memory.call(reader, "memory_append", "{\"content\": \"x\"}"))
        .isInstanceOf(CallOutcome.Denied.class);
    assertThat(memory.contents(reader, "{}")).isEmpty();
  }

  @Test
  void theAuditHoldsNoContent() {
    memory.append(alice, withId("a secret thing", ID));
    memory.refused(alice, "memory_append", "{\"content\": \"a secret thing\", \"x\": 1}");
    assertThat(memory.audit()).hasSize(2).noneMatch(line -> line.contains("secret"));
  }

  private String refused(String arguments) {
    String message = memory.refused(alice, "memory_append", arguments);
    assertThat(memory.contents(alice, "{}")).isEmpty();
    return message;
  }

  private static String withId(String content, String id) {
    return "{" + pairs(content, id) + "}";
  }

  private static String pairs(String content, String id) {
    return "\"content\": \"" + content + "\", \"event_id\": \"" + id + "\"";
  }
}
