package ai.equalto.lesserbody.jsonrpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.TreeMap;

/** Tells one JSON value from another. */
public final class JsonDigest {
  private JsonDigest() {}

  /**
   * A SHA-256 digest, URL-safe. The order of fields says nothing (RFC 8259 section 1), and does not
   * change it; the spelling of a number does.
   */
  public static String of(JsonNode json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Sha256.of(Json.write(ordered(json))));
  }

  private static JsonNode ordered(JsonNode node) {
    if (node instanceof ObjectNode object) {
      TreeMap<String, JsonNode> fields = new TreeMap<>();
      object.properties().forEach(field -> fields.put(field.getKey(), ordered(field.getValue())));
      ObjectNode sorted = Json.object();
      fields.forEach(sorted::set);
      return sorted;
    } else if (node instanceof ArrayNode array) {
      ArrayNode same = Json.array();
      array.forEach(element -> same.add(ordered(element)));
      return same;
    }
    return node;
  }
}
