package ai.equalto.lesserbody.local.instance;

import ai.equalto.lesserbody.jsonrpc.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * What an author decides about a status.
 *
 * @param text plain text
 * @param spoiler the warning that hides the text; empty for none
 * @param language a code of ISO 639
 * @param inReplyTo the id of another status, which may be gone by now
 */
record Draft(
    String text,
    String spoiler,
    boolean sensitive,
    Optional<String> language,
    Visibility visibility,
    Optional<Long> inReplyTo) {
  /** What a boost has of its own. */
  static Draft boost(Visibility visibility) {
    return new Draft("", "", false, Optional.empty(), visibility, Optional.empty());
  }

  ObjectNode toItem() {
    ObjectNode item =
        Json.object()
            .put("text", text)
            .put("spoiler", spoiler)
            .put("sensitive", sensitive)
            .put("visibility", visibility.wire());
    language.ifPresent(code -> item.put("language", code));
    inReplyTo.ifPresent(id -> item.put("in_reply_to", id));
    return item;
  }

  static Draft fromItem(JsonNode item) {
    return new Draft(
        item.path("text").asText(),
        item.path("spoiler").asText(),
        item.path("sensitive").asBoolean(),
        Optional.ofNullable(item.path("language").textValue()),
        Visibility.of(item.path("visibility").asText()).orElseThrow(),
        Optional.of(item.path("in_reply_to")).filter(JsonNode::isNumber).map(JsonNode::longValue));
  }
}
