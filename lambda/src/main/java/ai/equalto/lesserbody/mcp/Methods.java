package ai.equalto.lesserbody.mcp;

import ai.equalto.lesserbody.auth.ProtectedResource;
import ai.equalto.lesserbody.jsonrpc.RpcMessage;
import ai.equalto.lesserbody.prompt.PromptRegistry;
import ai.equalto.lesserbody.resource.ResourceRegistry;
import ai.equalto.lesserbody.tool.ToolRegistry;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The methods that all revisions share. A server without resources or prompts does not know theirs,
 * and does not say that it can do them.
 */
public final class Methods {
  private final ToolRegistry tools;
  private final ResourceRegistry resources;
  private final PromptRegistry prompts;
  private final Outcomes outcomes;
  private final boolean hasResources;
  private final boolean hasPrompts;

  public Methods(
      ToolRegistry tools,
      ResourceRegistry resources,
      PromptRegistry prompts,
      ProtectedResource resource) {
    this.tools = tools;
    this.resources = resources;
    this.prompts = prompts;
    this.outcomes = new Outcomes(resource);
    this.hasResources = !resources.isEmpty();
    this.hasPrompts = !prompts.isEmpty();
  }

  /** A method that may ask its client before it answers. */
  public Optional<InteractiveMethod> interactive(String method) {
    return switch (method) {
      case "tools/call" -> Optional.of(new ToolsCall(tools, outcomes));
      case "resources/read" ->
          hasResources ? Optional.of(new ResourcesRead(resources, outcomes)) : Optional.empty();
      case "prompts/get" ->
          hasPrompts ? Optional.of(new PromptsGet(prompts, outcomes)) : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** The answer of any other method; empty if there is no such method. */
  public Optional<MethodResult> answer(Caller caller, RpcMessage.Call call) {
    var params = call.params();
    return switch (call.method()) {
      case "tools/list" -> Optional.of(listings().tools(caller, params));
      case "resources/list" -> given(hasResources, () -> listings().resources(caller, params));
      case "resources/templates/list" ->
          given(hasResources, () -> listings().templates(caller, params));
      case "prompts/list" -> given(hasPrompts, () -> listings().prompts(caller, params));
      case "completion/complete" ->
          given(
              hasPrompts || hasResources,
              () -> new Completion(prompts, resources, outcomes).answer(caller, params));
      default -> Optional.empty();
    };
  }

  private Listings listings() {
    return new Listings(tools, resources, prompts);
  }

  private static Optional<MethodResult> given(boolean known, Supplier<MethodResult> answer) {
    return known ? Optional.of(answer.get()) : Optional.empty();
  }

  /** The names of what the server can do, as it declares them. */
  public static Set<String> capabilities(ResourceRegistry resources, PromptRegistry prompts) {
    Set<String> capabilities = new LinkedHashSet<>();
    if (!resources.isEmpty() || !prompts.isEmpty()) {
      capabilities.add("completions");
    }
    capabilities.add(ServerIdentity.LOGGING);
    if (!prompts.isEmpty()) {
      capabilities.add("prompts");
    }
    if (!resources.isEmpty()) {
      capabilities.add("resources");
    }
    capabilities.add("tools");
    return capabilities;
  }
}
