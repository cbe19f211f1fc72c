package ai.equalto.lesserbody.local.instance;

import ai.equalto.lesserbody.jsonrpc.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/** What a request is answered: always JSON. A refusal has the form of the entity Error. */
record Answer(int status, Map<String, String> headers, JsonNode body) {
  static final Answer NOT_FOUND = error(404, "Record not found");
  static final Answer NOT_ALLOWED = error(403, "This action is not allowed");

  Answer {
    headers = Map.copyOf(headers);
  }

  static Answer ok(JsonNode body) {
    return new Answer(200, Map.of(), body);
  }

  static Answer error(int status, String message) {
    return new Answer(status, Map.of(), Json.object().put("error", message));
  }

  /** The refusal of an entity that may not be so. */
  static Answer invalid(String problem) {
    return error(422, "Validation failed: " + problem);
  }

  /** This answer with more header fields. */
  Answer with(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(headers);
    all.putAll(more);
    return new Answer(status, all, body);
  }
}
