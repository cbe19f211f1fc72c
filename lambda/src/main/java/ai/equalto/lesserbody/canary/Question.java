package ai.equalto.lesserbody.canary;

import ai.equalto.lesserbody.http.Body;
import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.transport.HttpCall;
import ai.equalto.lesserbody.transport.HttpCall.Method;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A call of the tool {@code echo} as a client of the revision 2026-07-28 sends it. Written out, and
 * not with what the server is made of: a change there that breaks clients has to break this one.
 */
final class Question {
  private static final String REVISION = "2026-07-28";
  private static final String META = "io.modelcontextprotocol/";

  private Question() {}

  /**
   * @param more headers besides those that every call has
   */
  static HttpCall echo(URI endpoint, String text, Map<String, String> more) {
    Map<String, String> headers = new HashMap<>(more);
    headers.put("Accept", "application/json, text/event-stream");
    headers.put("Content-Type", "application/json");
    headers.put("MCP-Protocol-Version", REVISION);
    headers.put("Mcp-Method", "tools/call");
    headers.put("Mcp-Name", "echo");
    return new HttpCall(Method.POST, endpoint, headers, Optional.of(body(text)));
  }

  private static Body body(String text) {
    ObjectNode message = Json.object().put("jsonrpc", "2.0").put("id", 1);
    ObjectNode params = message.put("method", "tools/call").putObject("params");
    params.put("name", "echo").putObject("arguments").put("message", text);
    ObjectNode meta = params.putObject("_meta").put(META + "protocolVersion", REVISION);
    meta.putObject(META + "clientInfo").put("name", "canary").put("version", "1");
    meta.putObject(META + "clientCapabilities");
    return Body.of(Json.write(message));
  }
}
