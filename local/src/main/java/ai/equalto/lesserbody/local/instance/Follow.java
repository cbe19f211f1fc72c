package ai.equalto.lesserbody.local.instance;

import ai.equalto.lesserbody.jsonrpc.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** That one account follows another; each by its id. */
record Follow(long id, long follower, long followed) implements Entity {
  @Override
  public ObjectNode toItem() {
    return Json.object().put("follower", follower).put("followed", followed);
  }

  static Follow fromItem(long id, JsonNode item) {
    return new Follow(id, item.path("follower").longValue(), item.path("followed").longValue());
  }
}
