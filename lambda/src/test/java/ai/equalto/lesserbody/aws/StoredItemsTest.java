package ai.equalto.lesserbody.aws;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.auth.Principal;
import ai.equalto.lesserbody.auth.TestPrincipals;
import ai.equalto.lesserbody.memory.AppendResult;
import ai.equalto.lesserbody.memory.EventId;
import ai.equalto.lesserbody.memory.MemoryEvent;
import ai.equalto.lesserbody.memory.MemorySearch;
import ai.equalto.lesserbody.memory.Order;
import ai.equalto.lesserbody.testkit.TestClock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The layout of the table, which other programs have written to and still do. */
class StoredItemsTest {
  private static final EventId ID = new EventId("01ARZ3NDEKTSV4RRFFQ69G5FAV");
  private static final Instant TIME_OF_ID = Instant.parse("2016-07-30T23:54:10.259Z");

  private final Principal alice = TestPrincipals.unique();
  private final LocalDynamo dynamo = LocalDynamo.shared();
  private final TestClock clock = new TestClock("2026-01-01T00:00:00.5Z");
  private final DynamoMemoryStore store =
      new DynamoMemoryStore(dynamo.connection(), LocalDynamo.MEMORY_TABLE, clock);

  @Test
  void writesEveryAttributeOfTheLayout() {
    store.append(
        alice,
        new MemoryEvent(
            ID.text(),
            TIME_OF_ID,
            "Met BOB.",
            List.of("b", "a"),
            Optional.of(Instant.ofEpochSecond(1_800_000_000))));
    assertThat(dynamo.get(LocalDynamo.MEMORY_TABLE, MemoryItem.key(alice, ID)))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "PK", AttributeValue.fromS("LBMEMORY#" + alice.identity()),
                "SK", AttributeValue.fromS("EVENT#01ARZ3NDEKTSV4RRFFQ69G5FAV"),
                "eventID", AttributeValue.fromS("01ARZ3NDEKTSV4RRFFQ69G5FAV"),
                "agentID", AttributeValue.fromS(alice.identity()),
                "content", AttributeValue.fromS("Met BOB."),
                "contentLower", AttributeValue.fromS("met bob."),
                "tags", Attributes.of(List.of("a", "b")),
                "timestamp", AttributeValue.fromS("2016-07-30T23:54:10.259Z"),
                "createdAt", AttributeValue.fromS("2026-01-01T00:00:00.500Z"),
                "ttl", AttributeValue.fromN("1800000000")));
  }

  @Test
  void leavesOutTagsAndExpiryWhereThereAreNone() {
    store.append(alice, new MemoryEvent(ID.text(), TIME_OF_ID, "x", List.of(), Optional.empty()));
    assertThat(dynamo.get(LocalDynamo.MEMORY_TABLE, MemoryItem.key(alice, ID)))
        .doesNotContainKeys("tags", "ttl");
  }

  @Test
  void readsAnItemOfTheOlderSystem() {
    Map<String, AttributeValue> item = olderItem();
    item.put("tags", Attributes.of(List.of("b", "a")));
    item.put("ttl", AttributeValue.fromN("1800000000"));
    put(item);
    assertThat(found(Optional.empty()))
        .containsExactly(
            new MemoryEvent(
                ID.text(),
                TIME_OF_ID,
                "Met BOB.",
                List.of("a", "b"),
                Optional.of(Instant.ofEpochSecond(1_800_000_000))));
  }

  @ParameterizedTest
  @CsvSource({
    "2016-07-30T23:54:10Z, 2016-07-30T23:54:10Z",
    "2016-07-30T23:54:10.2Z, 2016-07-30T23:54:10.2Z",
    "2016-07-30T23:54:10.259123456Z, 2016-07-30T23:54:10.259123456Z",
    "2016-07-31T01:54:10.259+02:00, 2016-07-30T23:54:10.259Z",
    "2016-07-30t23:54:10z, 2016-07-30T23:54:10Z",
    "2016-07-30 23:54:10 +0000 UTC, 2016-07-30T23:54:10.259Z",
    "2016-02-30T00:00:00Z, 2016-07-30T23:54:10.259Z",
    "1469922850, 2016-07-30T23:54:10.259Z",
    "'', 2016-07-30T23:54:10.259Z"
  })
  void readsATimestampOrElseTakesTheTimeOfTheId(String stored, Instant read) {
    Map<String, AttributeValue> item = olderItem();
    item.put("timestamp", AttributeValue.fromS(stored));
    put(item);
    assertThat(found(Optional.empty()).getFirst().occurredAt()).isEqualTo(read);
  }

  @Test
  void takesTheTimeOfTheIdWhereTheTimestampIsAbsentOrNoText() {
    Map<String, AttributeValue> item = olderItem();
    item.remove("timestamp");
    put(item);
    assertThat(found(Optional.empty()).getFirst().occurredAt()).isEqualTo(TIME_OF_ID);
    item.put("timestamp", AttributeValue.fromN("5"));
    put(item);
    assertThat(found(Optional.empty()).getFirst().occurredAt()).isEqualTo(TIME_OF_ID);
  }

  @Test
  void readsTagsOfAStringSet() {
    Map<String, AttributeValue> item = olderItem();
    item.put("tags", AttributeValue.fromSs(List.of("b", "a")));
    put(item);
    assertThat(found(Optional.empty()).getFirst().tags()).containsExactly("a", "b");
  }

  @Test
  void readsTagsThatAreAbsentNullOrOddAsNone() {
    Map<String, AttributeValue> item = olderItem();
    put(item);
    assertThat(found(Optional.empty()).getFirst().tags()).isEmpty();
    item.put("tags", AttributeValue.fromNul(true));
    put(item);
    assertThat(found(Optional.empty()).getFirst().tags()).isEmpty();
    item.put("tags", AttributeValue.fromL(List.of(Attributes.of(5), Attributes.of(" a "))));
    put(item);
    assertThat(found(Optional.empty()).getFirst().tags()).containsExactly("a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1"})
  void anExpiryOfZeroOrLessIsNone(String ttl) {
    Map<String, AttributeValue> item = olderItem();
    item.put("ttl", AttributeValue.fromN(ttl));
    put(item);
    assertThat(found(Optional.empty()).getFirst().expiresAt()).isEmpty();
    assertThat(append("new").created()).isFalse();
  }

  @Test
  void anItemWithoutLowerCaseIsFoundByItsContent() {
    Map<String, AttributeValue> item = olderItem();
    item.remove("contentLower");
    put(item);
    assertThat(found(Optional.of("met bob"))).hasSize(1);
    assertThat(found(Optional.of("met carol"))).isEmpty();
  }

  @Test
  void anItemOfTheOlderSystemIsNotOverwritten() {
    put(olderItem());
    assertThat(append("new").created()).isFalse();
    assertThat(append("new").event().content()).isEqualTo("Met BOB.");
  }

  @Test
  void anItemWhoseKeyIsNoEventIsPassedOver() {
    Map<String, AttributeValue> item = olderItem();
    item.put("SK", AttributeValue.fromS("EVENT#1"));
    put(item);
    item.put("SK", AttributeValue.fromS("EVENT#5-not-a-ulid"));
    put(item);
    put(olderItem());
    assertThat(found(Optional.empty())).hasSize(1);
  }

  @Test
  void aReadThatEndsOnAnotherProgramsItemGoesOnBehindIt() {
    List<String> ids = List.of(id(0), id(1), id(2), id(3));
    ids.forEach(id -> put(itemWithKey(id)));
    put(itemWithKey(id(1) + "#a"));
    put(itemWithKey(id(1) + "#b"));
    put(itemWithKey(id(1) + "#c"));

    MemorySearch search =
        new MemorySearch(
            new EventId("0".repeat(26)),
            new EventId("7" + "Z".repeat(25)),
            Optional.empty(),
            Order.ASC,
            3,
            Optional.empty());
    assertThat(store.find(alice, search).events())
        .extracting(MemoryEvent::eventId)
        .isEqualTo(ids.subList(0, 3));
  }

  private static String id(int number) {
    return "01ARZ3NDEKTSV4RRFFQ69G5FA" + number;
  }

  private Map<String, AttributeValue> itemWithKey(String key) {
    Map<String, AttributeValue> item = olderItem();
    item.put("SK", AttributeValue.fromS("EVENT#" + key));
    return item;
  }

  private AppendResult append(String content) {
    return store.append(
        alice, new MemoryEvent(ID.text(), TIME_OF_ID, content, List.of(), Optional.empty()));
  }

  private Map<String, AttributeValue> olderItem() {
    Map<String, AttributeValue> item = new HashMap<>(MemoryItem.key(alice, ID));
    item.put("eventID", AttributeValue.fromS(ID.text()));
    item.put("agentID", AttributeValue.fromS(alice.identity()));
    item.put("content", AttributeValue.fromS("Met BOB."));
    item.put("contentLower", AttributeValue.fromS("met bob."));
    item.put("timestamp", AttributeValue.fromS("2016-07-30T23:54:10.259Z"));
    item.put("createdAt", AttributeValue.fromS("2016-07-30T23:54:11.123456789Z"));
    return item;
  }

  private void put(Map<String, AttributeValue> item) {
    dynamo.put(LocalDynamo.MEMORY_TABLE, item);
  }

  private List<MemoryEvent> found(Optional<String> text) {
    return store
        .find(
            alice,
            new MemorySearch(
                new EventId("0".repeat(26)),
                new EventId("7" + "Z".repeat(25)),
                text,
                Order.DESC,
                20,
                Optional.empty()))
        .events();
  }
}
