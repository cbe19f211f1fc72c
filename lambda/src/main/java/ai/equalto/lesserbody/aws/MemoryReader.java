package ai.equalto.lesserbody.aws;

import ai.equalto.lesserbody.auth.Principal;
import ai.equalto.lesserbody.memory.EventId;
import ai.equalto.lesserbody.memory.LowerCase;
import ai.equalto.lesserbody.memory.MemoryEvent;
import ai.equalto.lesserbody.memory.MemoryPage;
import ai.equalto.lesserbody.memory.MemorySearch;
import ai.equalto.lesserbody.memory.Order;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * One search. Reads on until it has one event more than it was asked for, and so knows whether to
 * offer a continuation, or until nothing is left, or until it has read enough for one call.
 */
final class MemoryReader {
  /** How many items DynamoDB looks at for one read; it also stops at 1 MB. */
  static final int ITEMS_A_READ = 500;

  /** How many reads a search may take. */
  static final int MAX_READS = 10;

  /** How long a search may go on reading; one read more may take 8 seconds. */
  static final Duration MAX_TIME = Duration.ofSeconds(12);

  private static final String ALIVE =
      "(attribute_not_exists(#ttl) OR #ttl <= :zero OR #ttl > :now)";
  private static final String MATCHING =
      " AND (contains(#lower, :text) OR attribute_not_exists(#lower))";

  private final String table;
  private final Principal owner;
  private final MemorySearch search;
  private final Instant now;
  private final List<MemoryEvent> found = new ArrayList<>();

  /** The last event that was passed, whether or not it fits. */
  private Optional<EventId> position;

  /** Where DynamoDB stopped, which may be at an item of another program. */
  private Map<String, AttributeValue> start;

  MemoryReader(String table, Principal owner, MemorySearch search, Instant now) {
    this.table = table;
    this.owner = owner;
    this.search = search;
    this.now = now;
    this.position = search.after();
    this.start = position.map(after -> MemoryItem.key(owner, after)).orElse(Map.of());
  }

  /** Begins no read once {@link #MAX_TIME} has passed. */
  MemoryPage read(DynamoDbClient client, InstantSource clock) {
    for (int reads = 0;
        reads < MAX_READS && clock.instant().isBefore(now.plus(MAX_TIME));
        reads++) {
      QueryResponse response = client.query(request(reads));
      for (Map<String, AttributeValue> item : response.items()) {
        MemoryItem.read(item).filter(this::fits).ifPresent(found::add);
      }
      if (found.size() > search.limit()) {
        List<MemoryEvent> page = found.subList(0, search.limit());
        return new MemoryPage(page, EventId.parse(page.getLast().eventId()));
      }
      if (!response.hasLastEvaluatedKey() || response.lastEvaluatedKey().isEmpty()) {
        return new MemoryPage(found, Optional.empty());
      }
      start = response.lastEvaluatedKey();
      position = MemoryItem.id(start).or(() -> position);
    }
    return new MemoryPage(found, position);
  }

  /** An item without its lower case can only be judged here. */
  private boolean fits(MemoryEvent event) {
    return search.text().isEmpty() || LowerCase.of(event.content()).contains(search.text().get());
  }

  private QueryRequest request(int readsBefore) {
    boolean dense = readsBefore == 0 && search.text().isEmpty();
    QueryRequest.Builder request =
        QueryRequest.builder()
            .tableName(table)
            .keyConditionExpression("PK = :owner AND SK BETWEEN :first AND :last")
            .filterExpression(search.text().isEmpty() ? ALIVE : ALIVE + MATCHING)
            .projectionExpression("SK, #content, #tags, #timestamp, #ttl")
            .expressionAttributeNames(names())
            .expressionAttributeValues(values())
            .scanIndexForward(search.order() == Order.ASC)
            .limit(dense ? search.limit() + 1 : ITEMS_A_READ);
    if (!start.isEmpty()) {
      request.exclusiveStartKey(start);
    }
    return request.build();
  }

  private Map<String, String> names() {
    Map<String, String> names = new HashMap<>();
    names.put("#content", MemoryItem.CONTENT);
    names.put("#tags", MemoryItem.TAGS);
    names.put("#timestamp", MemoryItem.TIMESTAMP);
    names.put("#ttl", MemoryItem.TTL);
    search.text().ifPresent(text -> names.put("#lower", MemoryItem.CONTENT_LOWER));
    return names;
  }

  private Map<String, AttributeValue> values() {
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":owner", MemoryItem.partition(owner));
    values.put(":first", MemoryItem.sort(search.first()));
    values.put(":last", MemoryItem.sort(search.last()));
    values.put(":zero", Attributes.of(0));
    values.put(":now", Attributes.of(now.getEpochSecond()));
    search.text().ifPresent(text -> values.put(":text", Attributes.of(text)));
    return values;
  }
}
