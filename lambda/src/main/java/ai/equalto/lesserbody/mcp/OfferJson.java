package ai.equalto.lesserbody.mcp;

import ai.equalto.lesserbody.content.Icon;
import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.prompt.Prompt;
import ai.equalto.lesserbody.resource.Resource;
import ai.equalto.lesserbody.resource.ResourceInfo;
import ai.equalto.lesserbody.resource.ResourceTemplate;
import ai.equalto.lesserbody.tool.Tool;
import ai.equalto.lesserbody.tool.ToolAnnotations;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;

/** Tools, resources and prompts as lists show them (MCP, "Data Types" of each). */
final class OfferJson {
  private OfferJson() {}

  /** Before 2026-07-28 only objects could be described as structured results. */
  static ObjectNode of(Tool<?, ?> tool, Revision revision) {
    ObjectNode json = named(tool.name(), tool.title(), tool.description());
    json.set("inputSchema", tool.input().schema());
    tool.output()
        .schema()
        .filter(schema -> revision.isStateless() || "object".equals(schema.path("type").asText()))
        .ifPresent(schema -> json.set("outputSchema", schema));
    json.set("annotations", annotations(tool.annotations()));
    Icon.addTo(json, tool.icons());
    return json;
  }

  static ObjectNode of(Resource resource) {
    return Json.object().put("uri", resource.uri()).setAll(of(resource.info()));
  }

  static ObjectNode of(ResourceTemplate<?> template) {
    return Json.object()
        .put("uriTemplate", template.template().toString())
        .setAll(of(template.info()));
  }

  static ObjectNode of(Prompt<?> prompt) {
    ObjectNode json = named(prompt.name(), prompt.title(), prompt.description());
    ArrayNode arguments = json.putArray("arguments");
    JsonNode schema = prompt.arguments().schema();
    Set<String> required = new HashSet<>();
    schema.path("required").forEach(name -> required.add(name.textValue()));
    for (var property : schema.path("properties").properties()) {
      arguments
          .addObject()
          .put("name", property.getKey())
          .put("description", property.getValue().path("description").asText())
          .put("required", required.contains(property.getKey()));
    }
    Icon.addTo(json, prompt.icons());
    return json;
  }

  private static ObjectNode of(ResourceInfo info) {
    ObjectNode json =
        named(info.name(), info.title(), info.description()).put("mimeType", info.mimeType());
    info.annotations().addTo(json);
    Icon.addTo(json, info.icons());
    return json;
  }

  private static ObjectNode named(String name, String title, String description) {
    return Json.object().put("name", name).put("title", title).put("description", description);
  }

  private static ObjectNode annotations(ToolAnnotations annotations) {
    return Json.object()
        .put("readOnlyHint", annotations.readOnly())
        .put("destructiveHint", annotations.destructive())
        .put("idempotentHint", annotations.idempotent())
        .put("openWorldHint", annotations.openWorld());
  }
}
