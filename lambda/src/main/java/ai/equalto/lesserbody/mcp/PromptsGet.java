package ai.equalto.lesserbody.mcp;

import ai.equalto.lesserbody.call.Conversation;
import ai.equalto.lesserbody.content.Message;
import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.RpcError;
import ai.equalto.lesserbody.prompt.Prompt;
import ai.equalto.lesserbody.prompt.PromptRegistry;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** {@code prompts/get}. */
final class PromptsGet implements InteractiveMethod {
  private final PromptRegistry registry;
  private final Outcomes outcomes;

  PromptsGet(PromptRegistry registry, Outcomes outcomes) {
    this.registry = registry;
    this.outcomes = outcomes;
  }

  @Override
  public MethodResult answer(Caller caller, ObjectNode params, Conversation conversation) {
    String name = Params.text(params, "name");
    return outcomes.result(
        caller,
        registry.get(name, Params.arguments(params), caller.invocation(conversation)),
        messages -> success(name, messages),
        () -> MethodResult.failed(RpcError.INVALID_PARAMS, "Unknown prompt"));
  }

  @Override
  public void skip(Caller caller, ObjectNode params) {
    registry.skip(Params.text(params, "name"), caller.invocation());
  }

  private MethodResult success(String name, List<Message> messages) {
    ObjectNode result =
        Json.object().put("description", registry.find(name).map(Prompt::description).orElse(""));
    ArrayNode array = result.putArray("messages");
    messages.forEach(message -> array.add(message.toJson()));
    return new MethodResult.Ok(result);
  }
}
