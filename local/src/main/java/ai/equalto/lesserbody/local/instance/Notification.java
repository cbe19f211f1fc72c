package ai.equalto.lesserbody.local.instance;

import ai.equalto.lesserbody.jsonrpc.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;

/** That something happened to somebody. */
record Notification(long id, Event event) implements Entity {
  /** What can happen. */
  enum Type {
    MENTION,
    FOLLOW,
    FAVOURITE,
    REBLOG;

    /** The name that the API has for it. */
    String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What happened.
   *
   * @param recipient the id of the account to tell
   * @param from the id of the account that did it
   * @param status the id of the status that it is about
   */
  record Event(Type type, long recipient, long from, Optional<Long> status) {}

  @Override
  public ObjectNode toItem() {
    ObjectNode item =
        Json.object()
            .put("type", event.type().name())
            .put("recipient", event.recipient())
            .put("from", event.from());
    event.status().ifPresent(status -> item.put("status", status));
    return item;
  }

  static Notification fromItem(long id, JsonNode item) {
    return new Notification(
        id,
        new Event(
            Type.valueOf(item.path("type").asText()),
            item.path("recipient").longValue(),
            item.path("from").longValue(),
            Optional.of(item.path("status")).filter(JsonNode::isNumber).map(JsonNode::longValue)));
  }
}
