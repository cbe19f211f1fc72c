package ai.equalto.lesserbody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.equalto.lesserbody.auth.TestTokens;
import ai.equalto.lesserbody.aws.DynamoTallies;
import ai.equalto.lesserbody.aws.LocalDynamo;
import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.testkit.TestJson;
import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the gateway is told before it proxies a request. */
class AuthorizerHandlerTest {
  private static final String METHOD =
      "arn:aws:execute-api:eu-west-1:123456789012:abc/live/POST/mcp";
  private static final String MODERN = "2026-07-28";

  private final List<String> log = new CopyOnWriteArrayList<>();
  private final TestServer function = new TestServer(Map.of());

  private static Map<String, String> environment(Map<String, String> more) {
    Map<String, String> environment =
        new HashMap<>(
            Map.of(
                "JWT_SECRET", TestTokens.SECRET,
                "MCP_ENDPOINT", "https://agent.example/mcp",
                "LESSER_TABLE_NAME", "memories",
                "AWS_REGION", "eu-west-1"));
    environment.putAll(more);
    return environment;
  }

  private AuthorizerHandler authorizer(Map<String, String> more) {
    return new AuthorizerHandler(environment(more), List.of(), TestTokens.CLOCK, log::add);
  }

  private static ObjectNode event(Map<String, String> headers) {
    ObjectNode event = Json.object().put("type", "REQUEST").put("methodArn", METHOD);
    event.put("resource", "/{proxy+}").put("path", "/mcp").put("httpMethod", "POST");
    ObjectNode fields = event.putObject("headers");
    headers.forEach(fields::put);
    event.putObject("pathParameters").put("proxy", "mcp");
    ObjectNode context = event.putObject("requestContext").put("requestId", "request-1");
    context.put("domainName", "agent.example").put("path", "/mcp");
    context.putObject("identity").put("sourceIp", "192.0.2.77");
    return event;
  }

  private static Map<String, String> calling(String tool, String revision, String... scopes) {
    return Map.of(
        "Authorization",
        "Bearer " + TestServer.token("alice", scopes),
        "MCP-Protocol-Version",
        revision,
        "Mcp-Method",
        "tools/call",
        "Mcp-Name",
        tool);
  }

  private static JsonNode ask(AuthorizerHandler authorizer, String event) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    Context context =
        (Context)
            Proxy.newProxyInstance(
                Context.class.getClassLoader(),
                new Class<?>[] {Context.class},
                (proxy, method, arguments) -> "invocation-1");
    try {
      authorizer.handleRequest(
          new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), output, context);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return TestJson.json(output.toString(StandardCharsets.UTF_8));
  }

  private JsonNode ask(Map<String, String> headers) {
    return ask(authorizer(Map.of()), Json.write(event(headers)));
  }

  private void assertUnauthorized(AuthorizerHandler authorizer, Map<String, String> headers) {
    assertThatExceptionOfType(AuthorizerHandler.Unauthorized.class)
        .isThrownBy(() -> ask(authorizer, Json.write(event(headers))))
        .withMessage("Unauthorized")
        .satisfies(refusal -> assertThat(refusal.getStackTrace()).isEmpty());
  }

  @Test
  void allowsAProvenCallerTheOneMethod() {
    JsonNode policy = ask(calling("post_create", MODERN, "write"));

    assertThat(policy)
        .isEqualTo(
            TestJson.json(
                """
                {"principalId": "caller", "policyDocument": {"Version": "2012-10-17",
                 "Statement": [{"Action": "execute-api:Invoke", "Effect": "Allow",
                                "Resource": "%s"}]}}
                """
                    .formatted(METHOD)));
    assertThat(log).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer x.y.z", "Bearer something", "Basic YTpi", "Bearer", ""})
  void knowsNobodyByWhatProvesNothing(String authorization) {
    assertUnauthorized(authorizer(Map.of()), Map.of("Authorization", authorization));

    assertThat(log).singleElement().asString().contains("\"event\":\"auth_failure\"");
  }

  @Test
  void knowsNobodyWithoutCredentials() {
    assertUnauthorized(authorizer(Map.of()), Map.of());
  }

  @Test
  void deniesAToolBeyondTheScopeWithTheChallengeOfTheFunction() {
    Map<String, String> headers = new HashMap<>(calling("post_create", MODERN, "read"));

    JsonNode policy = ask(headers);

    assertThat(policy.at("/policyDocument/Statement/0/Effect").asText()).isEqualTo("Deny");
    headers.putAll(
        Map.of(
            "Content-Type", "application/json", "Accept", "application/json, text/event-stream"));
    TestServer.Reply refused =
        function.send(
            "POST",
            "/mcp",
            headers,
            """
            {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": "post_create",
             "arguments": {"text": "hello"}, "_meta": {
               "io.modelcontextprotocol/protocolVersion": "2026-07-28",
               "io.modelcontextprotocol/clientInfo": {"name": "test", "version": "1"},
               "io.modelcontextprotocol/clientCapabilities": {}}}}
            """);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(policy.at("/context/challenge").asText())
        .contains("insufficient_scope", "scope=\"write\"")
        .isEqualTo(refused.headers().get("WWW-Authenticate"));
    assertThat(policy.at("/context/description").asText()).isEqualTo("This needs the scope write.");
    assertThat(policy.at("/context/error").asText()).isEqualTo("insufficient_scope");
  }

  /** The gateway cannot write the URL of the metadata into its 401 then. */
  @Test
  void carriesTheChallengeOfA401WhereNoEndpointIsConfigured() {
    AuthorizerHandler authorizer = authorizer(Map.of("MCP_ENDPOINT", ""));

    JsonNode policy = ask(authorizer, Json.write(event(Map.of())));

    assertThat(policy.at("/policyDocument/Statement/0/Effect").asText()).isEqualTo("Deny");
    assertThat(policy.at("/context/challenge").asText())
        .contains("https://agent.example/.well-known/oauth-protected-resource/mcp");
    assertThat(policy.at("/context/error").asText()).isEqualTo("unauthorized");
  }

  @Test
  void leavesScopesToTheFunctionWhereNoEndpointIsConfigured() {
    AuthorizerHandler authorizer = authorizer(Map.of("MCP_ENDPOINT", ""));

    JsonNode policy = ask(authorizer, Json.write(event(calling("post_create", MODERN, "read"))));

    assertThat(policy.at("/policyDocument/Statement/0/Effect").asText()).isEqualTo("Allow");
    assertThat(log).isEmpty();
  }

  @Test
  void recordsADenialAsThatOfACall() {
    ask(calling("post_create", MODERN, "read"));

    assertThat(log)
        .singleElement()
        .asString()
        .contains(
            "\"event\":\"tool_call\"",
            "\"outcome\":\"denied\"",
            "\"tool\":\"post_create\"",
            "\"scope_needed\":\"write\"",
            "\"denials\":1");
  }

  @Test
  void readsANameThatIsEncoded() {
    assertThat(ask(calling("=?base64?cG9zdF9jcmVhdGU=?=", MODERN, "read")).has("context")).isTrue();
  }

  /** What it cannot judge, the function does. */
  @Test
  void letsPassWhatNoHeaderFieldTells() {
    for (Map<String, String> headers :
        List.of(
            calling("no_such_tool", MODERN, "read"),
            calling("post_create", "2025-11-25", "read"),
            calling("post_create", "1999-01-01", "read"),
            calling("=?base64?%?=", MODERN, "read"),
            Map.of("Authorization", "Bearer " + TestServer.token("alice")))) {
      assertThat(ask(headers).at("/policyDocument/Statement/0/Effect").asText()).isEqualTo("Allow");
    }
  }

  @Test
  void knowsNobodyFromAnAddressThatIsLockedOut() {
    Map<String, String> settings = new HashMap<>(LocalDynamo.shared().environment());
    settings.put("MCP_RATE_TABLE", LocalDynamo.RATE_TABLE);
    LocalDynamo.shared()
        .delete(LocalDynamo.RATE_TABLE, DynamoTallies.PARTITION_KEY, "lockout#192.0.2.77");
    AuthorizerHandler authorizer = authorizer(settings);

    for (int i = 0; i < 11; i++) {
      assertUnauthorized(authorizer, Map.of("Authorization", "Bearer forged-" + i));
    }

    assertThat(log.getLast()).contains("\"locked_out\":true");
  }

  @Test
  void letsNobodyInWhileRevocationsCannotBeRead() {
    AuthorizerHandler authorizer =
        authorizer(
            Map.of(
                "MCP_REVOCATION_TABLE", "revocations",
                "AWS_ENDPOINT_URL_DYNAMODB", "http://127.0.0.1:1",
                "AWS_ACCESS_KEY_ID", "none",
                "AWS_SECRET_ACCESS_KEY", "none"));

    assertThatExceptionOfType(AuthorizerHandler.Unavailable.class)
        .isThrownBy(
            () -> ask(authorizer, Json.write(event(calling("post_create", MODERN, "write")))))
        .withMessage("Unavailable");
  }

  /** Where the gateway itself has a route for signatures, it asks no authorizer. */
  @Test
  void knowsNobodyOnThePathsOfSignatures() {
    ObjectNode event = event(calling("echo", MODERN, "admin"));
    event.putObject("pathParameters").put("proxy", "iam/mcp");

    assertThatExceptionOfType(AuthorizerHandler.Unauthorized.class)
        .isThrownBy(() -> ask(authorizer(Map.of()), Json.write(event)));

    assertThat(log).singleElement().asString().contains("\"event\":\"auth_failure\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"methodArn\": \"x\"}", "{}", "[]", "{", "\"secret-text\""})
  void letsNobodyInByAnEventOfAnotherKind(String event) {
    assertThatExceptionOfType(AuthorizerHandler.Unavailable.class)
        .isThrownBy(() -> ask(authorizer(Map.of()), event));

    assertThat(log.toString()).doesNotContain("secret-text");
  }
}
