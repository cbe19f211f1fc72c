package ai.equalto.lesserbody.aws;

import ai.equalto.lesserbody.auth.Principal;
import ai.equalto.lesserbody.memory.EventId;
import ai.equalto.lesserbody.memory.LowerCase;
import ai.equalto.lesserbody.memory.MemoryEvent;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An event as an item of the table. The layout is older than this server, and other programs read
 * and write it too; what they leave out or write differently is understood.
 */
final class MemoryItem {
  static final String CONTENT = "content";
  static final String CONTENT_LOWER = "contentLower";
  static final String TAGS = "tags";
  static final String TIMESTAMP = "timestamp";
  static final String TTL = "ttl";

  private static final String EVENT_ID = "eventID";
  private static final String AGENT_ID = "agentID";
  private static final String CREATED_AT = "createdAt";
  private static final String PARTITION_PREFIX = "LBMEMORY#";
  private static final String SORT_PREFIX = "EVENT#";

  private MemoryItem() {}

  static AttributeValue partition(Principal owner) {
    return Attributes.of(PARTITION_PREFIX + owner.identity());
  }

  static AttributeValue sort(EventId id) {
    return Attributes.of(SORT_PREFIX + id.text());
  }

  static Map<String, AttributeValue> key(Principal owner, EventId id) {
    return Map.of(
        DynamoMemoryStore.PARTITION_KEY, partition(owner), DynamoMemoryStore.SORT_KEY, sort(id));
  }

  static Map<String, AttributeValue> write(Principal owner, MemoryEvent event, Instant now) {
    EventId id = new EventId(event.eventId());
    Map<String, AttributeValue> item = new HashMap<>(key(owner, id));
    item.put(EVENT_ID, Attributes.of(id.text()));
    item.put(AGENT_ID, Attributes.of(owner.identity()));
    item.put(CONTENT, Attributes.of(event.content()));
    item.put(CONTENT_LOWER, Attributes.of(LowerCase.of(event.content())));
    item.put(TIMESTAMP, Attributes.of(event.occurredAt().toString()));
    item.put(CREATED_AT, Attributes.of(now.toString()));
    if (!event.tags().isEmpty()) {
      item.put(TAGS, Attributes.of(event.tags()));
    }
    event.expiresAt().ifPresent(expiry -> item.put(TTL, Attributes.of(expiry.getEpochSecond())));
    return item;
  }

  /** The id within the key, if it is one. */
  static Optional<EventId> id(Map<String, AttributeValue> item) {
    return Attributes.text(item, DynamoMemoryStore.SORT_KEY)
        .filter(key -> key.startsWith(SORT_PREFIX))
        .flatMap(key -> EventId.parse(key.substring(SORT_PREFIX.length())));
  }

  /** The event, if the item is one at all: its key must be that of an event. */
  static Optional<MemoryEvent> read(Map<String, AttributeValue> item) {
    return id(item)
        .map(id ->
            new MemoryEvent(
                id.text(),
                timestamp(item).orElseGet(id::time),
                Attributes.text(item, CONTENT).orElse(""),
                Attributes.texts(item, TAGS),
                Attributes.expiry(item, TTL)));
  }

  private static Optional<Instant> timestamp(Map<String, AttributeValue> item) {
    try {
      return Attributes.text(item, TIMESTAMP).map(text -> OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
