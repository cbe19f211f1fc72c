package ai.equalto.lesserbody.local.instance;

import ai.equalto.lesserbody.jsonrpc.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** That an account likes a status; each by its id. */
record Favourite(long id, long account, long status) implements Entity {
  @Override
  public ObjectNode toItem() {
    return Json.object().put("account", account).put("status", status);
  }

  static Favourite fromItem(long id, JsonNode item) {
    return new Favourite(id, item.path("account").longValue(), item.path("status").longValue());
  }
}
