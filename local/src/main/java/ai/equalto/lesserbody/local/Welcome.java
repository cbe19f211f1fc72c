package ai.equalto.lesserbody.local;

import ai.equalto.lesserbody.jsonrpc.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;

/**
 * What the server says when it is ready: all that a newcomer needs to ask it something.
 *
 * @param endpoint the URL of the MCP endpoint
 * @param lesser the URL of the Lesser instance
 * @param token a token that both accept
 */
record Welcome(URI endpoint, String lesser, String token) {
  private static final String REVISION = "2026-07-28";

  /** Endpoint, instance, token, a request to paste and a client's configuration, in this order. */
  String text() {
    return """
    lesser-body is ready at %s
    Its Lesser instance is at %s

    Bearer token of alice (read, write), good for 24 hours:
    %s

    List the tools:
    %s

    Configuration of a client:
    %s

    Ctrl-C stops it. Audit lines follow.
    """
        .formatted(endpoint, lesser, token, curl(), client());
  }

  private String curl() {
    return String.join(
        " ",
        "curl -sS " + endpoint,
        "-H 'Authorization: Bearer %s'".formatted(token),
        "-H 'Content-Type: application/json'",
        "-H 'Accept: application/json, text/event-stream'",
        "-H 'MCP-Protocol-Version: %s'".formatted(REVISION),
        "-H 'Mcp-Method: tools/list'",
        "-d '%s'".formatted(Json.write(listTools())));
  }

  private static ObjectNode listTools() {
    ObjectNode request =
        Json.object().put("jsonrpc", "2.0").put("id", 1).put("method", "tools/list");
    request
        .putObject("params")
        .putObject("_meta")
        .put("io.modelcontextprotocol/protocolVersion", REVISION)
        .putObject("io.modelcontextprotocol/clientCapabilities");
    return request;
  }

  private String client() {
    ObjectNode configuration = Json.object();
    configuration
        .putObject("mcpServers")
        .putObject("lesser-body")
        .put("type", "http")
        .put("url", endpoint.toString())
        .putObject("headers")
        .put("Authorization", "Bearer " + token);
    return configuration.toPrettyString();
  }
}
