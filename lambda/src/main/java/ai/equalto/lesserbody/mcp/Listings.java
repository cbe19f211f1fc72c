package ai.equalto.lesserbody.mcp;

import ai.equalto.lesserbody.content.Caching;
import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.RpcError;
import ai.equalto.lesserbody.prompt.PromptRegistry;
import ai.equalto.lesserbody.resource.ResourceRegistry;
import ai.equalto.lesserbody.tool.ToolRegistry;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The methods that list what the caller may use, page by page, in the order of names. */
final class Listings {
  /** Lists depend on the caller's scopes, and do not change before the next deployment. */
  private static final Caching CACHING = Caching.own(Duration.ofMinutes(1));

  private final ToolRegistry tools;
  private final ResourceRegistry resources;
  private final PromptRegistry prompts;

  Listings(ToolRegistry tools, ResourceRegistry resources, PromptRegistry prompts) {
    this.tools = tools;
    this.resources = resources;
    this.prompts = prompts;
  }

  MethodResult tools(Caller caller, ObjectNode params) {
    return page(
        "tools",
        tools.visibleTo(caller.principal()),
        tool -> tool.name(),
        tool -> OfferJson.of(tool, caller.revision()),
        params);
  }

  MethodResult resources(Caller caller, ObjectNode params) {
    return page(
        "resources",
        resources.visibleTo(caller.principal()),
        resource -> resource.uri(),
        OfferJson::of,
        params);
  }

  MethodResult templates(Caller caller, ObjectNode params) {
    return page(
        "resourceTemplates",
        resources.templatesVisibleTo(caller.principal()),
        template -> template.auditName(),
        OfferJson::of,
        params);
  }

  MethodResult prompts(Caller caller, ObjectNode params) {
    return page(
        "prompts",
        prompts.visibleTo(caller.principal()),
        prompt -> prompt.name(),
        OfferJson::of,
        params);
  }

  private static <T> MethodResult page(
      String field,
      List<T> all,
      Function<T, String> name,
      Function<T, ObjectNode> json,
      ObjectNode params) {
    Optional<Page<T>> page = Page.of(all, name, params.path("cursor"));
    if (page.isEmpty()) {
      return MethodResult.failed(RpcError.INVALID_PARAMS, "Invalid params: unknown cursor");
    }
    ObjectNode result = Json.object();
    ArrayNode array = result.putArray(field);
    page.get().items().forEach(item -> array.add(json.apply(item)));
    page.get().nextCursor().ifPresent(cursor -> result.put("nextCursor", cursor));
    return new MethodResult.Ok(result, Optional.of(CACHING));
  }
}
