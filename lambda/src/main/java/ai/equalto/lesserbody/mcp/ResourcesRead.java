package ai.equalto.lesserbody.mcp;

import ai.equalto.lesserbody.call.Conversation;
import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.RpcError;
import ai.equalto.lesserbody.resource.ResourceOutput;
import ai.equalto.lesserbody.resource.ResourceRegistry;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** {@code resources/read}. */
final class ResourcesRead implements InteractiveMethod {
  private final ResourceRegistry registry;
  private final Outcomes outcomes;

  ResourcesRead(ResourceRegistry registry, Outcomes outcomes) {
    this.registry = registry;
    this.outcomes = outcomes;
  }

  @Override
  public MethodResult answer(Caller caller, ObjectNode params, Conversation conversation) {
    String uri = Params.text(params, "uri");
    return outcomes.result(
        caller,
        registry.read(uri, caller.invocation(conversation)),
        ResourcesRead::success,
        () -> notFound(uri, caller.revision()));
  }

  @Override
  public void skip(Caller caller, ObjectNode params) {
    registry.skip(Params.text(params, "uri"), caller.invocation());
  }

  private static MethodResult success(ResourceOutput output) {
    ObjectNode result = Json.object();
    ArrayNode contents = result.putArray("contents");
    output.contents().forEach(part -> contents.add(part.toJson()));
    return new MethodResult.Ok(result, Optional.of(output.caching()));
  }

  /** As each era has it (2026-07-28 and 2025-11-25, "Resources", "Error Handling"). */
  static MethodResult notFound(String uri, Revision revision) {
    int code = revision.isStateless() ? RpcError.INVALID_PARAMS : McpErrors.RESOURCE_NOT_FOUND;
    return new MethodResult.Failed(
        new RpcError(code, "Resource not found", Optional.of(Json.object().put("uri", uri))));
  }
}
