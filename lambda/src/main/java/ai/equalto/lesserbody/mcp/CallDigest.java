package ai.equalto.lesserbody.mcp;

import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.RpcMessage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Set;
import java.util.TreeMap;

/** Tells one call from another, whatever round it is in. */
final class CallDigest {
  /** What differs from round to round. */
  private static final Set<String> PASSING = Set.of("_meta", "inputResponses", "requestState");

  private CallDigest() {}

  /** A digest of the method and of all parameters that say what is asked for. */
  static String of(RpcMessage.Call call) {
    ObjectNode salient = Json.object();
    salient.put("method", call.method());
    salient.set("params", ordered(call.params().deepCopy().without(PASSING)));
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(Json.write(salient).getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }

  /** The order of fields says nothing (RFC 8259 section 1), so a client may change it. */
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
