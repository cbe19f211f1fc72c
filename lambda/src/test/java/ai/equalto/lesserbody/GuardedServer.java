package ai.equalto.lesserbody;

import ai.equalto.lesserbody.aws.LocalDynamo;
import ai.equalto.lesserbody.jsonrpc.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** Servers with tables for what keeps callers within bounds, and requests from an address. */
final class GuardedServer {
  private GuardedServer() {}

  /** One instance of the function; settings are names and values in turn. */
  static TestServer start(Clock clock, String... settings) {
    Map<String, String> all = new HashMap<>(LocalDynamo.shared().environment());
    all.put("MCP_REVOCATION_TABLE", LocalDynamo.REVOCATION_TABLE);
    all.put("MCP_RATE_TABLE", LocalDynamo.RATE_TABLE);
    all.put("MCP_PACKS", "echo");
    for (int i = 0; i < settings.length; i += 2) {
      all.put(settings[i], settings[i + 1]);
    }
    return new TestServer(all, clock);
  }

  /** An event with a form or a message as its body, sent from an address. */
  static String event(String path, String type, String token, String address, String body) {
    ObjectNode event = Json.object().put("httpMethod", "POST").put("path", path).put("body", body);
    event.put("isBase64Encoded", false);
    event.putObject("headers").put("Content-Type", type).put("Authorization", "Bearer " + token);
    event
        .putObject("requestContext")
        .put("requestId", "request-1")
        .putObject("identity")
        .put("sourceIp", address);
    return Json.write(event);
  }

  /** A ping with this token from this address. */
  static TestServer.Reply ping(TestServer server, String token, String address) {
    return server.send(
        event(
            "/mcp",
            "application/json",
            token,
            address,
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}"));
  }
}
