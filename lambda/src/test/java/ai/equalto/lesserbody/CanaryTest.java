package ai.equalto.lesserbody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.equalto.lesserbody.HttpFront.Asked;
import ai.equalto.lesserbody.TestServer.Reply;
import ai.equalto.lesserbody.audit.AuditLines;
import ai.equalto.lesserbody.audit.EmfReader;
import ai.equalto.lesserbody.auth.CanaryTokens;
import ai.equalto.lesserbody.canary.CanaryException;
import ai.equalto.lesserbody.testkit.StubSecretsManager;
import ai.equalto.lesserbody.testkit.StubSecretsManager.Fault;
import ai.equalto.lesserbody.testkit.TestClock;
import ai.equalto.lesserbody.testkit.TestJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The canary against the whole function over HTTP, well and broken at each step. */
class CanaryTest {
  private static final String SECRET = "the-secret-of-a-canary-for-tests-only";
  private static final String MARK = "a mark that no message may repeat";

  private final TestClock clock = new TestClock("2026-03-01T12:00:00Z");
  private final List<String> log = new ArrayList<>();
  private final StubSecretsManager manager = new StubSecretsManager(clock, SECRET);
  private HttpFront front;
  private TestServer server;
  private Predicate<Asked> spoiled = asked -> false;
  private UnaryOperator<Reply> spoiler = reply -> reply;

  @BeforeEach
  void start() throws IOException {
    front = new HttpFront();
    server = new TestServer(environment(), clock);
    front.serve(asked -> {
      Reply reply = server.send(asked.method(), asked.path(), asked.headers(), asked.body());
      return spoiled.test(asked) ? spoiler.apply(reply) : reply;
    });
  }

  @AfterEach
  void stop() {
    front.close();
    manager.close();
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(manager.environment());
    environment.put("MCP_ENDPOINT", front.url() + "/mcp");
    return environment;
  }

  private void run() {
    run(new CanaryHandler(environment(), clock, log::add));
  }

  private static void run(CanaryHandler canary) {
    canary.handleRequest(InputStream.nullInputStream(), OutputStream.nullOutputStream(), null);
  }

  private void spoil(Predicate<Asked> which, UnaryOperator<Reply> how) {
    spoiled = which;
    spoiler = how;
  }

  private static boolean isCard(Asked asked) {
    return asked.path().endsWith("/mcp.json");
  }

  private static boolean isMetadata(Asked asked) {
    return asked.path().contains("oauth-protected-resource");
  }

  private static boolean isWithoutToken(Asked asked) {
    return asked.method().equals("POST") && !asked.hasToken();
  }

  private static UnaryOperator<Reply> status(int status) {
    return reply -> new Reply(status, reply.headers(), MARK);
  }

  private static UnaryOperator<Reply> body(String body) {
    return reply -> new Reply(reply.status(), reply.headers(), body);
  }

  private static UnaryOperator<Reply> replacing(String part, String by) {
    return reply -> new Reply(reply.status(), reply.headers(), reply.body().replace(part, by));
  }

  private void assertFails(String message) {
    assertThatThrownBy(this::run)
        .isInstanceOf(CanaryException.class)
        .hasMessage(message.replace("$", front.url()));
    assertThat(log).isEmpty();
  }

  @Test
  void saysHowLongEachStepOfAHealthyEndpointTook() {
    spoil(
        asked -> true,
        reply -> {
          clock.advance(Duration.ofMillis(7));
          return reply;
        });

    run();

    assertThat(log)
        .singleElement()
        .satisfies(line ->
            assertThat(AuditLines.event(line))
                .endsWith(
                    "\"event\":\"canary_passed\",\"canary_discovery_ms\":14,"
                        + "\"canary_challenge_ms\":7,\"canary_call_ms\":7}"))
        .satisfies(line ->
            assertThat(new EmfReader(TestJson.json(line)).metrics())
                .containsExactlyInAnyOrder(
                    "canary_discovery_ms{function=local}=14 Milliseconds",
                    "canary_challenge_ms{function=local}=7 Milliseconds",
                    "canary_call_ms{function=local}=7 Milliseconds",
                    "cold_starts{function=local}=1 Count"));
  }

  @Test
  void isKnownInTheAuditAndHasNoScopeButRead() {
    run();

    assertThat(server.log().getLast())
        .contains("\"identity\":\"" + CanaryTokens.SUBJECT + "\"", "\"client_name\":\"canary\"");
    Asked call = front.asked().getLast();
    Reply denied =
        server.send(
            "POST",
            "/mcp",
            Map.of("Content-Type", "application/json", "Authorization", bearer(call)),
            """
            {"jsonrpc":"2.0","id":1,"method":"tools/call",\
            "params":{"name":"memory_append","arguments":{"content":"x"}}}\
            """);
    assertThat(denied.status()).isEqualTo(403);
  }

  @Test
  void itsTokenIsGoodForAMinute() {
    run();
    Asked call = front.asked().getLast();

    clock.advance(Duration.ofSeconds(59));
    assertThat(again(call).status()).isEqualTo(200);
    clock.advance(Duration.ofSeconds(1));
    assertThat(again(call).status()).isEqualTo(401);
  }

  private Reply again(Asked call) {
    return server.send(call.method(), call.path(), call.headers(), call.body());
  }

  private static String bearer(Asked call) {
    return call.headers().get("Authorization");
  }

  @Test
  void itsTokenIsForThisEndpointAlone() {
    run();
    Asked call = front.asked().getLast();
    Map<String, String> other = new HashMap<>(environment());
    other.put("MCP_ENDPOINT", "https://other.example/mcp");

    Reply reply =
        new TestServer(other, clock).send(call.method(), call.path(), call.headers(), call.body());

    assertThat(reply.status()).isEqualTo(401);
  }

  @Test
  void namesTheAudienceThatTheServerAsksFor() {
    Map<String, String> environment = environment();
    environment.put("JWT_AUDIENCE", "urn:example:agents");
    server = new TestServer(environment, clock);

    run(new CanaryHandler(environment, clock, log::add));

    assertThat(log).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 403, 404, 500, 503})
  void failsWhereTheCardIsNotThere(int status) {
    spoil(CanaryTest::isCard, status(status));
    assertFails("card: status " + status + ", expected status 200");
  }

  @Test
  void failsWhereTheCardIsNoJson() {
    spoil(CanaryTest::isCard, body(MARK));
    assertFails("card: status 200 without JSON, expected JSON");
  }

  @Test
  void failsWhereTheCardIsOfAnotherEndpoint() {
    spoil(CanaryTest::isCard, body("{\"endpoint\":\"" + MARK + "\"}"));
    assertFails("card: another endpoint, expected $/mcp");
  }

  @Test
  void failsWhereTheMetadataIsNotThere() {
    spoil(CanaryTest::isMetadata, status(404));
    assertFails("metadata: status 404, expected status 200");
  }

  @Test
  void failsWhereTheMetadataIsOfAnotherResource() {
    spoil(
        CanaryTest::isMetadata,
        body("{\"resource\":\"" + MARK + "\",\"authorization_servers\":[\"x\"]}"));
    assertFails("metadata: another resource, expected $/mcp");
  }

  @Test
  void failsWhereNoAuthorizationServerIsNamed() {
    spoil(CanaryTest::isMetadata, replacing("authorization_servers", "others"));
    assertFails("metadata: no authorization server, expected one at least");
  }

  @Test
  void failsWhereAClientWithoutATokenIsLetIn() {
    spoil(CanaryTest::isWithoutToken, status(200));
    assertFails("challenge: status 200, expected status 401");
  }

  @Test
  void failsWhereTheGatewayRenamedTheChallenge() {
    spoil(
        CanaryTest::isWithoutToken,
        reply ->
            new Reply(
                401,
                Map.of("x-amzn-Remapped-WWW-Authenticate", reply.headers().get("WWW-Authenticate")),
                reply.body()));
    assertFails(
        "challenge: the header x-amzn-remapped-www-authenticate, expected WWW-Authenticate");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bearer", "Bearer resource_metadata=\"https://other.example/\""})
  void failsWhereTheChallengeDoesNotSayWhereToGetAToken(String challenge) {
    spoil(
        CanaryTest::isWithoutToken,
        reply -> new Reply(401, Map.of("WWW-Authenticate", challenge), reply.body()));
    assertFails(
        "challenge: status 401 without the way to a token, expected WWW-Authenticate with"
            + " resource_metadata=\"$/.well-known/oauth-protected-resource/mcp\"");
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 429, 500, 503, 504})
  void failsWhereTheCallIsRefusedAndAsksOnce(int status) {
    spoil(Asked::hasToken, status(status));
    assertFails("call: status " + status + ", expected status 200");
    assertThat(front.asked()).filteredOn(Asked::hasToken).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "{\"result\":{\"structuredContent\":{\"message\":\"m\"}}}"})
  void failsWhereTheCallDoesNotComeBackAsItWasSent(String body) {
    spoil(Asked::hasToken, body(body));
    assertFails("call: another text, expected the one that was sent");
  }

  @Test
  void sendsAnotherTextEachTime() {
    run();
    run();
    assertThat(front.asked().stream().filter(Asked::hasToken).map(Asked::body))
        .doesNotHaveDuplicates();
  }

  @Test
  void failsWhereTheSecretCannotBeRead() {
    manager.fail(Fault.ACCESS_DENIED);

    assertThatThrownBy(this::run)
        .isInstanceOf(CanaryException.class)
        .hasMessage("token: the signing secret cannot be read, expected a secret");
    assertThat(log).singleElement().asString().contains("\"secret_unavailable\"");
  }

  @Test
  void signsWithTheSecretThatCountsAfterARotation() {
    CanaryHandler canary = new CanaryHandler(environment(), clock, log::add);
    run(canary);
    manager.store("version-2", Optional.of(SECRET + "-rotated"), "AWSCURRENT");
    clock.advance(Duration.ofMinutes(5));

    run(canary);

    assertThat(log).hasSize(3).last().asString().contains("\"event\":\"canary_passed\"");
  }

  @Test
  void failsWhereTheServerVerifiesWithAnotherSecret() {
    Map<String, String> other = environment();
    other.put("JWT_SECRET", "another-secret-than-that-of-the-canary");
    server = new TestServer(other, clock);
    assertFails("call: status 401, expected status 200");
  }

  @Test
  void failsWhereNobodyAnswers() {
    front.close();
    assertFails("card: no reply (CONNECT), expected one within 5 seconds");
  }

  @Test
  void needsToKnowTheEndpointAndRepeatsNoSecret() {
    assertThatThrownBy(
            () -> new CanaryHandler(Map.of("JWT_SECRET", "short-" + MARK), clock, log::add))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("MCP_ENDPOINT is not set")
        .hasMessageContaining("AWS_REGION is not set")
        .hasMessageNotContaining(MARK);
  }
}
