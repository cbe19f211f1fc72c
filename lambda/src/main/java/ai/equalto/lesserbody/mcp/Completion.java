package ai.equalto.lesserbody.mcp;

import ai.equalto.lesserbody.call.CallOutcome;
import ai.equalto.lesserbody.call.Invocation;
import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.RpcError;
import ai.equalto.lesserbody.prompt.PromptRegistry;
import ai.equalto.lesserbody.resource.ResourceRegistry;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code completion/complete} (MCP, "Completion"). */
final class Completion {
  /** The most values that an answer may hold. */
  static final int MAX_VALUES = 100;

  private final PromptRegistry prompts;
  private final ResourceRegistry resources;
  private final Outcomes outcomes;

  Completion(PromptRegistry prompts, ResourceRegistry resources, Outcomes outcomes) {
    this.prompts = prompts;
    this.resources = resources;
    this.outcomes = outcomes;
  }

  MethodResult answer(Caller caller, ObjectNode params) {
    JsonNode ref = params.path("ref");
    String argument = params.path("argument").path("name").textValue();
    String typed = params.path("argument").path("value").textValue();
    if (argument == null || typed == null) {
      return invalid("argument must have a name and a value");
    }
    Map<String, String> settled = settled(params.path("context").path("arguments"));
    Invocation invocation = caller.invocation();
    return switch (ref.path("type").asText()) {
      case "ref/prompt" ->
          result(
              caller,
              prompts.complete(ref.path("name").asText(), argument, typed, settled, invocation));
      case "ref/resource" ->
          result(
              caller,
              resources.complete(ref.path("uri").asText(), argument, typed, settled, invocation));
      default -> invalid("ref must be a ref/prompt or a ref/resource");
    };
  }

  private MethodResult result(Caller caller, CallOutcome<List<String>> outcome) {
    return outcomes.result(
        caller,
        outcome,
        Completion::success,
        () -> invalid("ref names nothing that can be completed"));
  }

  private static MethodResult invalid(String reason) {
    return MethodResult.failed(RpcError.INVALID_PARAMS, "Invalid params: " + reason);
  }

  private static Map<String, String> settled(JsonNode arguments) {
    Map<String, String> settled = new HashMap<>();
    arguments
        .properties()
        .forEach(field -> {
          if (field.getValue().isTextual()) {
            settled.put(field.getKey(), field.getValue().textValue());
          }
        });
    return settled;
  }

  private static MethodResult success(List<String> values) {
    ObjectNode result = Json.object();
    ObjectNode completion = result.putObject("completion");
    ArrayNode array = completion.putArray("values");
    values.stream().limit(MAX_VALUES).forEach(array::add);
    completion.put("total", values.size()).put("hasMore", values.size() > MAX_VALUES);
    return new MethodResult.Ok(result);
  }
}
