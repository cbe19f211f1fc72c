package ai.equalto.lesserbody.mcp;

import ai.equalto.lesserbody.jsonrpc.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;

/** Reads the parameters of a call, which may be anything. */
final class Params {
  private Params() {}

  /** The text of that name; the empty one, which names nothing, if there is none. */
  static String text(ObjectNode params, String name) {
    return Objects.requireNonNullElse(params.path(name).textValue(), "");
  }

  /** The arguments as sent; an empty object if there are none. */
  static JsonNode arguments(ObjectNode params) {
    JsonNode arguments = params.path("arguments");
    return arguments.isMissingNode() || arguments.isNull() ? Json.object() : arguments;
  }
}
