package ai.equalto.lesserbody.local.instance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * A post, or the boost of one.
 *
 * @param author the id of an account
 * @param mentions the ids of the accounts that it names
 * @param reblogOf the id of the status that it boosts; that one never boosts another
 */
record Status(long id, long author, Draft draft, List<Long> mentions, Optional<Long> reblogOf)
    implements Entity {
  Status {
    mentions = List.copyOf(mentions);
  }

  Visibility visibility() {
    return draft.visibility();
  }

  boolean isReblog() {
    return reblogOf.isPresent();
  }

  @Override
  public ObjectNode toItem() {
    ObjectNode item = draft.toItem().put("author", author);
    mentions.forEach(item.putArray("mentions")::add);
    reblogOf.ifPresent(original -> item.put("reblog_of", original));
    return item;
  }

  static Status fromItem(long id, JsonNode item) {
    return new Status(
        id,
        item.path("author").longValue(),
        Draft.fromItem(item),
        item.path("mentions").valueStream().map(JsonNode::longValue).toList(),
        Optional.of(item.path("reblog_of")).filter(JsonNode::isNumber).map(JsonNode::longValue));
  }
}
