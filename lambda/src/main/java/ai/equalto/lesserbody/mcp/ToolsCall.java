package ai.equalto.lesserbody.mcp;

import ai.equalto.lesserbody.call.CallOutcome;
import ai.equalto.lesserbody.call.Conversation;
import ai.equalto.lesserbody.content.Content;
import ai.equalto.lesserbody.http.Request;
import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.RpcError;
import ai.equalto.lesserbody.tool.Tool;
import ai.equalto.lesserbody.tool.ToolOutput;
import ai.equalto.lesserbody.tool.ToolRegistry;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** {@code tools/call}. What a model can correct comes back as a result with {@code isError}. */
final class ToolsCall implements InteractiveMethod {
  private final ToolRegistry registry;
  private final Outcomes outcomes;

  ToolsCall(ToolRegistry registry, Outcomes outcomes) {
    this.registry = registry;
    this.outcomes = outcomes;
  }

  @Override
  public MethodResult answer(Caller caller, ObjectNode params, Conversation conversation) {
    CallOutcome<ToolOutput> outcome =
        registry.call(
            Params.text(params, "name"), Params.arguments(params), caller.invocation(conversation));
    return outcome instanceof CallOutcome.Done<ToolOutput>(ToolOutput output)
        ? success(output, caller.revision())
        : notDone(caller, outcome);
  }

  private MethodResult notDone(Caller caller, CallOutcome<ToolOutput> outcome) {
    return switch (outcome) {
      case CallOutcome.Failed<ToolOutput>(String message) -> failure(message);
      case CallOutcome.InvalidInput<ToolOutput>(String message) -> failure(message);
      case CallOutcome.Declined<ToolOutput>(String message) -> failure(message);
      case CallOutcome.TimedOut<ToolOutput>() -> failure(Outcomes.TIMED_OUT);
      case CallOutcome.CannotAsk<ToolOutput> cannot when !caller.revision().isStateless() ->
          failure(Outcomes.CANNOT_ASK);
      case CallOutcome<ToolOutput> other ->
          outcomes.result(
              caller,
              other,
              output -> success(output, caller.revision()),
              () -> MethodResult.failed(RpcError.INVALID_PARAMS, "Unknown tool"));
    };
  }

  @Override
  public void skip(Caller caller, ObjectNode params) {
    registry.skip(Params.text(params, "name"), caller.invocation());
  }

  @Override
  public Optional<String> contradiction(Request request, ObjectNode params) {
    Optional<Tool<?, ?>> tool = registry.find(Params.text(params, "name"));
    return tool.isPresent() && Params.arguments(params) instanceof ObjectNode arguments
        ? ParameterHeaders.contradiction(request, tool.get().input().headerParameters(), arguments)
        : Optional.empty();
  }

  /** Where nothing is shown, a text repeats the structure, for clients that know of no other. */
  private static MethodResult success(ToolOutput output, Revision revision) {
    ObjectNode result = Json.object();
    ArrayNode content = result.putArray("content");
    for (Content block : output.content()) {
      content.add(known(block, revision).toJson());
    }
    if (output.structured().isPresent()) {
      JsonNode structured = output.structured().get();
      if (content.isEmpty()) {
        content.add(Content.text(Json.write(structured)).toJson());
      }
      if (structured.isObject() || revision.isStateless()) {
        result.set("structuredContent", structured);
      }
    }
    return new MethodResult.Ok(result.put("isError", false));
  }

  /** The oldest revision knows no links; its clients get the address in words. */
  private static Content known(Content block, Revision revision) {
    return block instanceof Content.Link link && revision == Revision.V2025_03_26
        ? Content.text(link.name() + ": " + link.uri()).with(link.annotations())
        : block;
  }

  private static MethodResult failure(String message) {
    ObjectNode result = Json.object();
    result.putArray("content").add(Content.text(message).toJson());
    return new MethodResult.Ok(result.put("isError", true));
  }
}
