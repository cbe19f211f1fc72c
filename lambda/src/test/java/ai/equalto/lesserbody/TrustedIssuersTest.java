package ai.equalto.lesserbody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.equalto.lesserbody.auth.TestTokens;
import ai.equalto.lesserbody.auth.TrustedIssuer;
import ai.equalto.lesserbody.auth.TrustedIssuer.Clients;
import ai.equalto.lesserbody.jwks.TestIssuer;
import ai.equalto.lesserbody.jwks.TestKey;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The setting, and the whole function before a caller with a token of an issuer that it names. */
class TrustedIssuersTest {
  private static final String ECHO =
      """
      {"jsonrpc":"2.0","id":1,"method":"tools/call",\
      "params":{"name":"echo","arguments":{"message":"x"}}}\
      """;

  private static Config config(String issuers) {
    Map<String, String> environment = new HashMap<>();
    environment.put("LESSER_TABLE_NAME", "memories");
    environment.put("AWS_REGION", "eu-west-1");
    environment.put("JWT_TRUSTED_ISSUERS", issuers);
    return Config.read(environment);
  }

  @Test
  void noneIsTrustedUnlessItIsNamed() {
    assertThat(config(" ").trustedIssuers()).isEmpty();
  }

  @Test
  void readsIssuersWithAndWithoutClients() {
    assertThat(
            config(
                    "https://issuer.example/, http://127.0.0.1:9000/a;client_id=one two;"
                        + "scope_prefix=lesser/")
                .trustedIssuers())
        .containsExactly(
            new TrustedIssuer("https://issuer.example/", Optional.empty()),
            new TrustedIssuer(
                "http://127.0.0.1:9000/a",
                Optional.of(new Clients(Set.of("one", "two"), "lesser/"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://issuer.example",
        "issuer.example",
        "https://issuer.example?tenant=1",
        "https://issuer.example#1",
        "https://user@issuer.example",
        "https://*.example",
        "https://issuer.example;client_id=one",
        "https://issuer.example;audience=any",
      })
  void refusesToStartWithAnEntryThatIsNotWhole(String entry) {
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> config("https://good.example," + entry))
        .withMessageStartingWith("JWT_TRUSTED_ISSUERS is \"" + entry.replace("user@", "...@"))
        .withMessageContaining("; wanted: ");
  }

  @Test
  void tellsAllThatIsWrongAtOnce() {
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() ->
            config("http://a.example,https://b.example;x,https://c.example,https://c.example"))
        .satisfies(problem ->
            assertThat(problem.getMessage().lines())
                .containsExactly(
                    "JWT_TRUSTED_ISSUERS is \"http://a.example\"; wanted: an https URL without"
                        + " query, fragment or user (http on loopback only)",
                    "JWT_TRUSTED_ISSUERS is \"https://b.example;x\", a parameter without a value,"
                        + " or given twice; wanted: entries such as"
                        + " https://issuer.example;client_id=one two;scope_prefix=lesser/",
                    "JWT_TRUSTED_ISSUERS is \"https://c.example\"; wanted: each issuer once"));
  }

  @Test
  void aCallerIsServedWithATokenOfATrustedIssuer() {
    try (TestIssuer issuer = new TestIssuer()) {
      TestKey key = TestKey.ec("1");
      issuer.publishes(key);
      TestServer server = new TestServer(Map.of("JWT_TRUSTED_ISSUERS", issuer.url()));
      assertThat(issuer.asked()).isEmpty();

      assertThat(call(server, key.sign(claims(issuer))).body()).contains("\"isError\":false");
      assertThat(server.log())
          .hasSize(1)
          .first()
          .asString()
          .contains("\"identity\":\"issuer:" + issuer.url() + "|alice\"")
          .contains("\"principal_type\":\"issuer_token\"");
    }
  }

  @Test
  void aCallerIsToldToComeBackWhereTheIssuerCannotBeAsked() {
    try (TestIssuer issuer = new TestIssuer()) {
      TestServer server = new TestServer(Map.of("JWT_TRUSTED_ISSUERS", issuer.url()));

      TestServer.Reply reply = call(server, TestKey.ec("1").sign(claims(issuer)));
      assertThat(reply.status()).isEqualTo(503);
      assertThat(reply.headers()).containsEntry("Retry-After", "5");
      assertThat(server.log())
          .satisfiesExactly(
              line ->
                  assertThat(line)
                      .contains("\"event\":\"issuer_unreachable\"")
                      .contains("\"request_id\":\"request-1\""),
              line -> assertThat(line).contains("\"reason\":\"unavailable\""));
    }
  }

  @Test
  void clientsAreToldOfTheIssuers() {
    TestServer server = new TestServer(Map.of("JWT_TRUSTED_ISSUERS", "https://issuer.example/t"));

    assertThat(
            server
                .send("GET", "/.well-known/oauth-protected-resource", Map.of(), "")
                .json()
                .get("authorization_servers")
                .valueStream()
                .map(JsonNode::textValue))
        .containsExactly("https://agent.example", "https://issuer.example/t");
  }

  private static String claims(TestIssuer issuer) {
    long now = TestTokens.NOW.getEpochSecond();
    return """
    {"iss":"%s","sub":"alice","aud":"https://agent.example/mcp","scope":"read",\
    "iat":%d,"exp":%d}\
    """
        .formatted(issuer.url(), now, now + 60);
  }

  private static TestServer.Reply call(TestServer server, String token) {
    return server.send(
        "POST",
        "/mcp",
        Map.of(
            "Content-Type", "application/json",
            "Accept", "application/json, text/event-stream",
            "MCP-Protocol-Version", "2025-11-25",
            "Authorization", "Bearer " + token),
        ECHO);
  }
}
