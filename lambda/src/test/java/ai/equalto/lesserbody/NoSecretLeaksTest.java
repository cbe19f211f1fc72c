package ai.equalto.lesserbody;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.aws.LocalDynamo;
import ai.equalto.lesserbody.jsonrpc.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Puts a secret wherever a caller can put one, and searches all that is ever logged for it. */
class NoSecretLeaksTest {
  /** Where the tests' logger writes what any library logs, at every level. */
  private static final Path TRACE = Path.of("target/trace.log");

  private static final String SECRET = "s3cret-0f-the-caller";
  private static final List<String> HEADERS =
      List.of(
          "Authorization",
          "Accept",
          "Content-Type",
          "Origin",
          "MCP-Protocol-Version",
          "Mcp-Method",
          "Mcp-Name",
          "Mcp-Session-Id",
          "Mcp-Param-Region",
          "Last-Event-ID",
          "Cookie",
          "User-Agent",
          "X-Forwarded-For",
          "X-Amzn-Trace-Id",
          "Host",
          "X-Api-Key");

  private final PrintStream realOut = System.out;
  private final PrintStream realErr = System.err;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final TestServer server = new TestServer(settings());

  private static Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(LocalDynamo.shared().environment());
    settings.put("LESSER_TABLE_NAME", LocalDynamo.MEMORY_TABLE);
    settings.put("LESSER_API_BASE_URL", "http://127.0.0.1:1");
    settings.put("MCP_SESSION_TABLE", LocalDynamo.SESSION_TABLE);
    settings.put("MCP_REVOCATION_TABLE", LocalDynamo.REVOCATION_TABLE);
    settings.put("MCP_RATE_TABLE", LocalDynamo.RATE_TABLE);
    return settings;
  }

  @BeforeEach
  void listen() {
    PrintStream captured = new PrintStream(printed, true, StandardCharsets.UTF_8);
    System.setOut(captured);
    System.setErr(captured);
  }

  @AfterEach
  void restore() {
    System.setOut(realOut);
    System.setErr(realErr);
  }

  @Test
  void theTraceThatIsSearchedIsWrittenAtTheLowestLevel() throws IOException {
    LoggerFactory.getLogger("of.this.test").trace("a mark in the trace");

    assertThat(Files.readString(TRACE)).contains("a mark in the trace");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'name':'echo','arguments':{'message':'$'}}",
        "{'name':'echo','arguments':{'$':'$'}}",
        "{'name':'echo','arguments':['$']}",
        "{'name':'$','arguments':{}}",
        "{'name':'memory_append','arguments':{'content':'$','tags':['$']}}",
        "{'name':'memory_append','arguments':{'content':'x','event_id':'$'}}",
        "{'name':'memory_append','arguments':{'content':'x','occurred_at':'$'}}",
        "{'name':'memory_append','arguments':{'content':'x','expires_at':'$'}}",
        "{'name':'memory_append','arguments':{'content':7,'tags':'$'}}",
        "{'name':'memory_query','arguments':{'query':'$'}}",
        "{'name':'memory_query','arguments':{'cursor':'$'}}",
        "{'name':'memory_query','arguments':{'start':'$','end':'$'}}",
        "{'name':'memory_query','arguments':{'order':'$','limit':'$'}}",
        "{'name':'post_create','arguments':{'content':'$','idempotency_key':'$'}}",
        "{'name':'post_boost','arguments':{'post_id':'$'}}",
        "{'name':'post_search','arguments':{'query':'$'}}",
        "{'name':'post_search','arguments':{'query':'x','cursor':'$'}}",
      })
  void noArgumentIsLogged(String params) throws IOException {
    JsonNode read = json(params.replace('\'', '"').replace("$", SECRET));

    call(read.path("name").textValue(), read.path("arguments"), Map.of());

    assertNothingLogged();
    assertThat(server.log()).hasSize(1);
  }

  @Test
  void noHeaderIsLogged() throws IOException {
    for (String header : HEADERS) {
      call("echo", Json.object().put("message", "x"), Map.of(header, SECRET));
      call("echo", Json.object().put("message", "x"), Map.of(header, "Bearer " + SECRET));
    }

    assertNothingLogged();
  }

  @ParameterizedTest
  @ValueSource(strings = {"token=$", "jti=$", "jti=$&iss=$", "$=$", "token=x&token_type_hint=$"})
  void nothingThatIsRevokedIsLogged(String form) throws IOException {
    server.send(
        "POST",
        "/oauth/revoke",
        Map.of(
            "Authorization",
            "Bearer " + TestServer.token("operator", "admin"),
            "Content-Type",
            "application/x-www-form-urlencoded"),
        form.replace("$", SECRET));

    assertNothingLogged();
    assertThat(server.log()).hasSize(1);
  }

  @Test
  void noTokenIsLogged() throws IOException {
    String token = TestServer.token("alice", "read");
    send(Map.of("Authorization", "Bearer " + token), "{\"jsonrpc\":\"2.0\",\"id\":1}");
    send(Map.of("Authorization", "Bearer " + token + "x"), "{}");

    for (String part : token.split("\\.", -1)) {
      assertNothingLogged(part);
    }
  }

  @Test
  void noBodyIsLogged() throws IOException {
    for (String body :
        List.of("$", "{\"$", "{\"$\":", "[\"$\"]", "{\"method\":\"$\",\"id\":\"$\"}")) {
      send(Map.of(), body.replace("$", SECRET));
    }

    assertNothingLogged();
  }

  private void call(String tool, JsonNode arguments, Map<String, String> headers) {
    ObjectNode call = Json.object().put("jsonrpc", "2.0").put("id", 1).put("method", "tools/call");
    call.putObject("params").put("name", tool).set("arguments", arguments);
    send(headers, Json.write(call));
  }

  private void send(Map<String, String> headers, String body) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("Content-Type", "application/json");
    fields.put(
        "Authorization", "Bearer " + TestServer.token("a caller of this test", "read", "write"));
    fields.putAll(headers);
    server.send("POST", "/mcp", fields, body);
  }

  private void assertNothingLogged() throws IOException {
    assertNothingLogged(SECRET);
  }

  private void assertNothingLogged(String secret) throws IOException {
    assertThat(String.join("\n", server.log())).doesNotContain(secret);
    assertThat(printed.toString(StandardCharsets.UTF_8)).doesNotContain(secret);
    assertThat(Files.readString(TRACE).contains(secret)).as("the secret in the trace").isFalse();
  }

  private static JsonNode json(String text) throws IOException {
    return new ObjectMapper().readTree(text);
  }
}
