package ai.equalto.lesserbody.mcp;

import ai.equalto.lesserbody.call.Conversation;
import ai.equalto.lesserbody.jsonrpc.Json;
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
        () -> new MethodResult.Failed(McpErrors.resourceNotFound(uri, caller.revision())));
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
}
