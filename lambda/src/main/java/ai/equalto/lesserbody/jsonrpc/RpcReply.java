package ai.equalto.lesserbody.jsonrpc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** What a server sends back for one message. */
public sealed interface RpcReply {
  /** The message as JSON. */
  ObjectNode toJson();

  /** The answer to a call that worked. */
  record Result(RpcId id, ObjectNode result) implements RpcReply {
    @Override
    public ObjectNode toJson() {
      ObjectNode message = envelope(Optional.of(id));
      message.set("result", result);
      return message;
    }
  }

  /** The answer to a call that failed; without an id where none could be read. */
  record Failure(Optional<RpcId> id, RpcError error) implements RpcReply {
    @Override
    public ObjectNode toJson() {
      ObjectNode message = envelope(id);
      ObjectNode body = message.putObject("error");
      body.put("code", error.code()).put("message", error.message());
      error.data().ifPresent(data -> body.set("data", data));
      return message;
    }
  }

  private static ObjectNode envelope(Optional<RpcId> id) {
    ObjectNode message = Json.object().put("jsonrpc", "2.0");
    if (id.isPresent()) {
      message.set("id", id.get().value());
    }
    return message;
  }
}
