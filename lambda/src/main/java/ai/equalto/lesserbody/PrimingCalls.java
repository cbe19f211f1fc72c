package ai.equalto.lesserbody;

import ai.equalto.lesserbody.auth.AccessToken;
import ai.equalto.lesserbody.auth.CanaryTokens;
import ai.equalto.lesserbody.auth.KeyRing;
import ai.equalto.lesserbody.auth.Secrets;
import ai.equalto.lesserbody.auth.SigningKey;
import ai.equalto.lesserbody.jsonrpc.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What {@link Priming} asks, and of whom: a server of which nothing is real but its code. */
final class PrimingCalls {
  private static final String ENDPOINT = "http://127.0.0.1:1/mcp";

  /** No server listens there, so that a connection is refused at once. */
  private static final String NOWHERE = "http://127.0.0.1:1";

  private static final String REVISION = "2026-07-28";
  private static final int SECRET_BYTES = 48;

  private final String region;
  private final String packs;
  private final String secret;

  PrimingCalls(Map<String, String> environment) {
    byte[] bytes = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(bytes);
    this.secret = Base64.getEncoder().encodeToString(bytes);
    this.region = environment.getOrDefault("AWS_REGION", "us-east-1");
    this.packs = environment.getOrDefault("MCP_PACKS", "");
  }

  /** A server that asks nobody. */
  Map<String, String> withoutStores() {
    return Map.of(
        "AWS_REGION", region,
        "JWT_SECRET", secret,
        "LESSER_API_BASE_URL", NOWHERE,
        "LESSER_TABLE_NAME", "none",
        "MCP_ENDPOINT", ENDPOINT,
        "MCP_PACKS", packs,
        "MCP_STAGE", "dev");
  }

  /** A server that asks everybody, in vain, and lets its callers pass all the same. */
  Map<String, String> withStores() {
    Map<String, String> settings = new HashMap<>(withoutStores());
    settings.putAll(
        Map.of(
            "AWS_ACCESS_KEY_ID", "none",
            "AWS_ENDPOINT_URL_DYNAMODB", NOWHERE,
            "AWS_SECRET_ACCESS_KEY", "none",
            "MCP_RATE_TABLE", "none",
            "MCP_REVOCATION_FAIL", "open",
            "MCP_REVOCATION_TABLE", "none"));
    return settings;
  }

  /** Calls that need no store. */
  List<String> events() {
    return List.of(
        event("GET", "/.well-known/mcp.json", Map.of(), ""),
        event("GET", "/.well-known/oauth-protected-resource/mcp", Map.of(), ""),
        event("POST", "/mcp", Map.of(), "{}"),
        modern("tools/list", Json.object()),
        call("echo", Json.object().put("message", "hello")),
        older());
  }

  /** Calls that ask tables and the instance. */
  List<String> storeEvents() {
    return List.of(call("memory_query", Json.object()), call("timeline_read", Json.object()));
  }

  private String call(String tool, ObjectNode arguments) {
    return modern("tools/call", Json.object().put("name", tool).set("arguments", arguments));
  }

  private String modern(String method, ObjectNode params) {
    Map<String, String> headers = headers();
    headers.put("MCP-Protocol-Version", REVISION);
    headers.put("Mcp-Method", method);
    if (params.has("name")) {
      headers.put("Mcp-Name", params.get("name").textValue());
    }
    ObjectNode meta = params.putObject("_meta");
    meta.put("io.modelcontextprotocol/protocolVersion", REVISION);
    meta.set("io.modelcontextprotocol/clientInfo", client());
    meta.putObject("io.modelcontextprotocol/clientCapabilities");
    return event("POST", "/mcp", headers, request(method, params));
  }

  private String older() {
    ObjectNode params = Json.object().put("protocolVersion", "2025-11-25");
    params.set("clientInfo", client());
    params.putObject("capabilities");
    return event("POST", "/mcp", headers(), request("initialize", params));
  }

  private static ObjectNode client() {
    return Json.object().put("name", "priming").put("version", "1");
  }

  private static String request(String method, ObjectNode params) {
    ObjectNode request = Json.object().put("jsonrpc", "2.0").put("id", 1).put("method", method);
    request.set("params", params);
    return Json.write(request);
  }

  private Map<String, String> headers() {
    Map<String, String> headers = new HashMap<>();
    headers.put("Accept", "application/json, text/event-stream");
    headers.put("Content-Type", "application/json");
    headers.put("Authorization", "Bearer " + token().reveal());
    return headers;
  }

  private AccessToken token() {
    Secrets secrets = Secrets.fixed(new KeyRing(SigningKey.of(secret), List.of()));
    return new CanaryTokens(secrets, Clock.systemUTC()).mint(ENDPOINT).orElseThrow();
  }

  /** With all that the gateway sends and is read: what is not in here is new to the first call. */
  private static String event(
      String method, String path, Map<String, String> headers, String body) {
    ObjectNode event = Json.object().put("resource", "/{proxy+}").put("path", path);
    event.put("httpMethod", method).put("methodArn", "none");
    ObjectNode first = event.putObject("headers");
    ObjectNode all = event.putObject("multiValueHeaders");
    headers.forEach((name, value) -> {
      first.put(name, value);
      all.putArray(name).add(value);
    });
    event.putObject("pathParameters").put("proxy", path.substring(1));
    ObjectNode context = event.putObject("requestContext");
    context.put("requestId", "priming").put("extendedRequestId", "priming");
    context.put("domainName", "127.0.0.1").put("path", path).put("stage", "dev");
    context.putObject("identity").put("sourceIp", "127.0.0.1").putNull("userArn");
    event.put("body", body).put("isBase64Encoded", false);
    return Json.write(event);
  }
}
