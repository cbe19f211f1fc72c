package ai.equalto.lesserbody.local.instance;

import ai.equalto.lesserbody.jsonrpc.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * Somebody who lives here.
 *
 * @param username exactly as tokens have it
 * @param avatar the URL of a picture
 */
record Account(long id, String username, String displayName, String note, Optional<String> avatar)
    implements Entity {
  @Override
  public ObjectNode toItem() {
    ObjectNode item =
        Json.object().put("username", username).put("display_name", displayName).put("note", note);
    avatar.ifPresent(url -> item.put("avatar", url));
    return item;
  }

  static Account fromItem(long id, JsonNode item) {
    return new Account(
        id,
        item.path("username").asText(),
        item.path("display_name").asText(),
        item.path("note").asText(),
        Optional.ofNullable(item.path("avatar").textValue()));
  }
}
