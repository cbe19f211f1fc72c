package ai.equalto.lesserbody.jsonrpc;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * The id of a request: a string or an integer, never null (MCP 2026-07-28, "Requests"). It is
 * echoed exactly as it came.
 *
 * @param value a textual or integral node
 */
public record RpcId(JsonNode value) {
  public RpcId {
    if (!isValid(value)) {
      throw new IllegalArgumentException("an id is a string or an integer");
    }
  }

  /** The id in a message, if the message has one that is valid. */
  public static Optional<RpcId> in(JsonNode message) {
    JsonNode id = message.get("id");
    return id != null && isValid(id) ? Optional.of(new RpcId(id)) : Optional.empty();
  }

  private static boolean isValid(JsonNode id) {
    return id.isTextual() || id.isIntegralNumber();
  }
}
