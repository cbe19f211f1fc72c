package ai.equalto.lesserbody.content;

import static java.util.Objects.requireNonNull;

import ai.equalto.lesserbody.jsonrpc.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** One thing said in a conversation (MCP, "PromptMessage" and "SamplingMessage"). */
public record Message(Role role, Content content) {
  public Message {
    requireNonNull(role, "role");
    requireNonNull(content, "content");
  }

  /** Said by the person. */
  public static Message user(Content content) {
    return new Message(Role.USER, content);
  }

  /** Said by the model. */
  public static Message assistant(Content content) {
    return new Message(Role.ASSISTANT, content);
  }

  /** The wire form. */
  public ObjectNode toJson() {
    ObjectNode json = Json.object().put("role", role.wire());
    json.set("content", content.toJson());
    return json;
  }
}
