package ai.equalto.lesserbody.mcp;

import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.tool.RegisteredTool;
import ai.equalto.lesserbody.tool.Tool;
import ai.equalto.lesserbody.tool.ToolAnnotations;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A tool as {@code tools/list} shows it (MCP, "Tool"). */
final class ToolJson {
  private ToolJson() {}

  static ObjectNode of(RegisteredTool registered) {
    Tool<?, ?> tool = registered.tool();
    ObjectNode json =
        Json.object()
            .put("name", tool.name())
            .put("title", tool.title())
            .put("description", tool.description());
    json.set("inputSchema", registered.inputSchema());
    json.set("outputSchema", registered.outputSchema());
    json.set("annotations", annotations(tool.annotations()));
    return json;
  }

  private static ObjectNode annotations(ToolAnnotations annotations) {
    return Json.object()
        .put("readOnlyHint", annotations.readOnly())
        .put("destructiveHint", annotations.destructive())
        .put("idempotentHint", annotations.idempotent())
        .put("openWorldHint", annotations.openWorld());
  }
}
