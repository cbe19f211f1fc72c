package ai.equalto.lesserbody.mcp;

import ai.equalto.lesserbody.auth.Challenge;
import ai.equalto.lesserbody.auth.ProtectedResource;
import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.RpcError;
import ai.equalto.lesserbody.tool.RegisteredTool;
import ai.equalto.lesserbody.tool.ToolCall;
import ai.equalto.lesserbody.tool.ToolOutcome;
import ai.equalto.lesserbody.tool.ToolRegistry;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** {@code tools/list} and {@code tools/call}, which all revisions share. */
public final class ToolMethods {
  private final ToolRegistry registry;
  private final ProtectedResource resource;

  public ToolMethods(ToolRegistry registry, ProtectedResource resource) {
    this.registry = registry;
    this.resource = resource;
  }

  /** One page of the tools that the caller may run, in the order of their names. */
  public MethodResult list(Caller caller, ObjectNode params) {
    List<RegisteredTool> visible = registry.visibleTo(caller.principal());
    Optional<Page<RegisteredTool>> page =
        Page.of(visible, registered -> registered.tool().name(), params.path("cursor"));
    if (page.isEmpty()) {
      return MethodResult.failed(RpcError.INVALID_PARAMS, "Invalid params: unknown cursor");
    }
    ObjectNode result = Json.object();
    ArrayNode tools = result.putArray("tools");
    page.get().items().forEach(registered -> tools.add(ToolJson.of(registered)));
    page.get().nextCursor().ifPresent(cursor -> result.put("nextCursor", cursor));
    return new MethodResult.Ok(result);
  }

  /** Runs a tool. What a model can correct comes back as a result with {@code isError}. */
  public MethodResult call(Caller caller, ObjectNode params) {
    return switch (registry.call(toolCall(caller, params))) {
      case ToolOutcome.Success(ObjectNode structured) -> success(structured);
      case ToolOutcome.Failure(String message) -> failure(message);
      case ToolOutcome.InvalidInput(String message) -> failure(message);
      case ToolOutcome.MalformedArguments() ->
          MethodResult.failed(
              RpcError.INVALID_PARAMS, "Invalid params: arguments must be an object");
      case ToolOutcome.UnknownTool() ->
          MethodResult.failed(RpcError.INVALID_PARAMS, "Unknown tool");
      case ToolOutcome.Denied(var refusal) ->
          new MethodResult.Refused(Challenge.of(refusal, resource, caller.request()));
    };
  }

  /** Takes note of a call that is not made. */
  public void skip(Caller caller, ObjectNode params) {
    registry.skip(toolCall(caller, params));
  }

  private static ToolCall toolCall(Caller caller, ObjectNode params) {
    JsonNode arguments = params.path("arguments");
    return new ToolCall(
        Objects.requireNonNullElse(params.path("name").textValue(), ""),
        arguments.isMissingNode() || arguments.isNull() ? Json.object() : arguments,
        caller.principal(),
        caller.request().requestId(),
        caller.revision().wire(),
        caller.clientName());
  }

  /** The text repeats the structured content, for clients that know of no other. */
  private static MethodResult success(ObjectNode structured) {
    ObjectNode result = content(Json.write(structured));
    result.set("structuredContent", structured);
    return new MethodResult.Ok(result.put("isError", false));
  }

  private static MethodResult failure(String message) {
    return new MethodResult.Ok(content(message).put("isError", true));
  }

  private static ObjectNode content(String text) {
    ObjectNode result = Json.object();
    result.putArray("content").addObject().put("type", "text").put("text", text);
    return result;
  }
}
