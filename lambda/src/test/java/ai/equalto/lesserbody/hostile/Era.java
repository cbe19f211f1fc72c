package ai.equalto.lesserbody.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** How a client posts a message, hostile or not, so that the server looks at what it holds. */
enum Era {
  /** In 2026-07-28: header fields repeat what the body says. */
  STATELESS(
      """
      "io.modelcontextprotocol/protocolVersion":"2026-07-28",\
      "io.modelcontextprotocol/clientCapabilities":{}\
      """) {
    @Override
    Map<String, String> headers(byte[] body, String session) {
      Map<String, String> headers = new HashMap<>();
      headers.put("MCP-Protocol-Version", "2026-07-28");
      mirror(HostileClient.read(body), headers);
      return headers;
    }
  },

  /** In 2025-11-25, within a session. */
  SESSION("\"example.com/era\":1") {
    @Override
    Map<String, String> headers(byte[] body, String session) {
      return Map.of("MCP-Protocol-Version", "2025-11-25", "Mcp-Session-Id", session);
    }
  },

  /** Without a word of a revision, which stands for 2025-03-26. */
  UNNAMED("\"example.com/era\":1") {
    @Override
    Map<String, String> headers(byte[] body, String session) {
      return Map.of();
    }
  };

  private final String meta;

  Era(String meta) {
    this.meta = meta;
  }

  /** The members that {@code _meta} must have, or harmless ones. */
  String meta() {
    return meta;
  }

  /** The header fields that go with a body in this era. */
  abstract Map<String, String> headers(byte[] body, String session);

  private static void mirror(JsonNode message, Map<String, String> headers) {
    if (message.path("method").isTextual()) {
      headers.put("Mcp-Method", message.path("method").textValue());
    }
    JsonNode params = message.path("params");
    JsonNode name = params.path("name").isTextual() ? params.path("name") : params.path("uri");
    if (name.isTextual()) {
      byte[] utf8 = name.textValue().getBytes(StandardCharsets.UTF_8);
      headers.put("Mcp-Name", "=?base64?" + Base64.getEncoder().encodeToString(utf8) + "?=");
    }
  }
}
