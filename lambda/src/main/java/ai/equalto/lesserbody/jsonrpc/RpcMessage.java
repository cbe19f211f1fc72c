package ai.equalto.lesserbody.jsonrpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** One JSON-RPC 2.0 message that a client sent; both sides send notifications. */
public sealed interface RpcMessage {
  /** Asks for an answer. {@code params} is an empty object where the message has none. */
  record Call(RpcId id, String method, ObjectNode params) implements RpcMessage {}

  /** Tells something and gets no answer. */
  record Notification(String method, ObjectNode params) implements RpcMessage {
    /** The message as JSON. */
    public ObjectNode toJson() {
      ObjectNode message = Json.object().put("jsonrpc", "2.0").put("method", method);
      message.set("params", params);
      return message;
    }
  }

  /** Answers a request of the server. This server sends none, so nothing ever waits for one. */
  record Answer() implements RpcMessage {}

  /** JSON, but none of the above. */
  record Invalid(Optional<RpcId> id, String reason) implements RpcMessage {
    /** The answer that it gets. */
    public RpcReply reply() {
      return new RpcReply.Failure(
          id, new RpcError(RpcError.INVALID_REQUEST, "Invalid request: " + reason));
    }
  }

  /** Reads a message from any JSON value. Never throws: what is wrong becomes {@link Invalid}. */
  static RpcMessage of(JsonNode json) {
    if (!json.isObject()) {
      return new Invalid(Optional.empty(), "a message is a JSON object");
    }
    Optional<RpcId> id = RpcId.in(json);
    if (!"2.0".equals(json.path("jsonrpc").textValue())) {
      return new Invalid(id, "jsonrpc must be \"2.0\"");
    }
    if (json.has("id") && id.isEmpty()) {
      return new Invalid(id, "id must be a string or an integer");
    }
    JsonNode method = json.get("method");
    if (method == null) {
      if (id.isPresent() && (json.has("result") || json.has("error"))) {
        return new Answer();
      }
      return new Invalid(id, "method is missing");
    }
    if (!method.isTextual()) {
      return new Invalid(id, "method must be a string");
    }
    return withMethod(id, method.textValue(), json.get("params"));
  }

  private static RpcMessage withMethod(Optional<RpcId> id, String method, JsonNode params) {
    if (params != null && !params.isObject()) {
      return new Invalid(id, "params must be an object");
    }
    ObjectNode named = params == null ? Json.object() : (ObjectNode) params;
    if (id.isPresent()) {
      return new Call(id.get(), method, named);
    }
    return new Notification(method, named);
  }
}
