package ai.equalto.lesserbody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.equalto.lesserbody.TestServer.Reply;
import ai.equalto.lesserbody.aws.LocalDynamo;
import ai.equalto.lesserbody.jsonrpc.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LambdaHandlerTest {
  private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";

  private final TestServer server = new TestServer(Map.of());

  @Test
  void decodesBodiesInBase64() {
    Reply reply = server.send(post(base64(PING.getBytes(StandardCharsets.UTF_8)), true));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().get("id").intValue()).isEqualTo(1);
  }

  @Test
  void refusesBodiesThatAreNotInBase64AsTold() {
    assertThat(server.send(post("%%%", true)).status()).isEqualTo(400);
  }

  @Test
  void refusesBodiesThatAreNotUtf8() {
    byte[] body = PING.getBytes(StandardCharsets.UTF_8);
    body[PING.indexOf("ping")] = (byte) 0xC3;

    Reply reply = server.send(post(base64(body), true));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().path("error").path("code").intValue()).isEqualTo(-32700);
  }

  @Test
  void servesABodyOfOneMebibyteAndRefusesOneByteMore() {
    String padding = " ".repeat((1 << 20) - PING.length());

    assertThat(server.send(post(PING + padding, false)).status()).isEqualTo(200);
    assertThat(server.send(post(PING + padding + " ", false)).status()).isEqualTo(413);
  }

  @Test
  void answersEventsThatAreNoHttpRequests() {
    assertThat(server.send("{}").status()).isEqualTo(400);
    assertThat(server.send("{\"httpMethod\":null,\"path\":\"/\"}").status()).isEqualTo(400);
    assertThat(server.send("{\"Records\":[{\"eventSource\":\"aws:sqs\"}]}").status())
        .isEqualTo(400);
  }

  @Test
  void readsHeadersFromEitherMap() {
    ObjectNode event = event("GET", "/mcp");
    event.putObject("multiValueHeaders").putArray("authorization").add(bearer());

    assertThat(server.send(Json.write(event)).status()).isEqualTo(405);
  }

  @Test
  void refusesTwoTokensInOneRequest() {
    ObjectNode event = event("GET", "/mcp");
    event.putObject("headers").put("Authorization", bearer());
    event
        .putObject("multiValueHeaders")
        .putArray("authorization")
        .add(bearer())
        .add("Bearer another");

    assertThat(server.send(Json.write(event)).status()).isEqualTo(401);
  }

  @Test
  void refusesTwoTokensUnderTwoSpellingsOfTheField() {
    ObjectNode event = event("GET", "/mcp");
    ObjectNode headers = event.putObject("multiValueHeaders");
    headers.putArray("authorization").add("Bearer another");
    headers.putArray("Authorization").add(bearer());

    assertThat(server.send(Json.write(event)).status()).isEqualTo(401);
  }

  @Test
  void routesWhatTheProxyResourceMatchedUnderADomainWithABasePath() {
    TestServer unnamed = new TestServer(Map.of("MCP_ENDPOINT", ""));
    String path = "/.well-known/oauth-protected-resource";
    ObjectNode event = event("GET", "/agent" + path);
    event.putObject("pathParameters").put("proxy", path.substring(1));
    event.putObject("requestContext").put("domainName", "api.example").put("path", "/agent" + path);

    assertThat(unnamed.send(Json.write(event)).json().get("resource").textValue())
        .isEqualTo("https://api.example/agent/mcp");
  }

  @ParameterizedTest
  @CsvSource({
    "chosen-by-a-client, drawn-by-the-gateway, drawn-by-the-gateway",
    "request-1, , request-1",
    ", , invocation-1",
  })
  void namesARequestByTheIdThatTheGatewayDrew(String id, String extended, String audited) {
    ObjectNode event = event("POST", "/mcp");
    event.putObject("requestContext").put("requestId", id).put("extendedRequestId", extended);

    assertThat(server.send(Json.write(event)).status()).isEqualTo(401);
    assertThat(server.log())
        .singleElement()
        .asString()
        .contains("\"request_id\":\"" + audited + "\"");
  }

  @Test
  void answersAnEventThatIsNotJsonAndQuotesNothingOfIt() {
    assertThat(server.send("{\"body\":s3cret}").status()).isEqualTo(400);
    assertThat(server.log()).singleElement().asString().doesNotContain("s3cret");
  }

  @Test
  void auditsAToolCallWhoseEnvelopeIsRefused() {
    Reply reply =
        server.send(
            "POST",
            "/mcp",
            Map.of(
                "Content-Type", "application/json",
                "Authorization", bearer(),
                "MCP-Protocol-Version", "2026-07-28"),
            """
            {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"echo","arguments":{}}}\
            """);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(server.log())
        .singleElement()
        .asString()
        .contains("\"tool\":\"echo\"", "\"outcome\":\"error\"");
  }

  @Test
  void namesItselfByTheGatewayWhenNoEndpointIsSetAndNeverByTheHostHeader() {
    TestServer unnamed = new TestServer(Map.of("MCP_ENDPOINT", ""));

    Reply reply =
        unnamed.send(
            "GET",
            "/.well-known/oauth-protected-resource",
            Map.of("Host", "evil.example", "X-Forwarded-Host", "evil.example"),
            "");

    assertThat(reply.json().get("resource").textValue())
        .isEqualTo("https://abc.execute-api.eu-west-1.amazonaws.com/live/mcp");
  }

  @Test
  void showsTheServerCardToAnyone() {
    Reply reply = server.send("GET", "/.well-known/mcp.json", Map.of(), "");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.headers()).containsEntry("Cache-Control", "public, max-age=60");
    assertThat(reply.json().get("endpoint").textValue()).isEqualTo("https://agent.example/mcp");
    assertThat(reply.json().get("tools").findValuesAsText("name")).contains("echo");
  }

  @Test
  void admitsNobodyWithoutAKey() {
    Map<String, String> settings =
        Map.of(
            "JWT_SECRET",
            "",
            "AWS_ENDPOINT_URL_SECRETS_MANAGER",
            "http://127.0.0.1:" + LocalDynamo.closedPort(),
            "AWS_ACCESS_KEY_ID",
            "id",
            "AWS_SECRET_ACCESS_KEY",
            "key");
    TestServer keyless = new TestServer(settings);

    Reply reply =
        keyless.send(
            "POST",
            "/mcp",
            Map.of("Authorization", bearer(), "Content-Type", "application/json"),
            PING);

    assertThat(reply.status()).isEqualTo(503);
    assertThat(keyless.log())
        .satisfiesExactly(
            line -> assertThat(line).contains("\"secret_unavailable\"", "\"no_answer\""),
            line -> assertThat(line).contains("\"reason\":\"unavailable\""));
  }

  @Test
  void doesNotStartWithSettingsThatAreWrong() {
    assertThatThrownBy(() -> new TestServer(Map.of("JWT_SECRET", "too short", "MCP_ENDPOINT", "x")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("JWT_SECRET is a secret of 9 bytes")
        .hasMessageContaining("MCP_ENDPOINT is \"x\"");
  }

  private static ObjectNode event(String method, String path) {
    return Json.object().put("httpMethod", method).put("path", path);
  }

  private static String post(String body, boolean base64) {
    ObjectNode event = event("POST", "/mcp").put("body", body).put("isBase64Encoded", base64);
    event
        .putObject("headers")
        .put("Content-Type", "application/json")
        .put("Authorization", bearer());
    return Json.write(event);
  }

  private static String bearer() {
    return "Bearer " + TestServer.token("alice", "read");
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
