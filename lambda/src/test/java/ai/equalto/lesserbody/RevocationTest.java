package ai.equalto.lesserbody;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.TestServer.Reply;
import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.auth.TestTokens;
import ai.equalto.lesserbody.aws.LocalDynamo;
import ai.equalto.lesserbody.testkit.TestClock;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two instances of the function, one real table. */
class RevocationTest {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String ADMIN = TestTokens.of("operator", Scope.ADMIN);

  private final TestClock clock = new TestClock(TestTokens.NOW.toString());
  private final TestServer server = GuardedServer.start(clock);
  private final TestServer other = GuardedServer.start(clock);
  private final String alice = "alice-" + UUID.randomUUID();
  private final String jti = UUID.randomUUID().toString();

  private Reply revoke(String token, String form) {
    return server.send(GuardedServer.event("/oauth/revoke", FORM, token, "", form));
  }

  private void assertRevoked(String form) {
    Reply reply = revoke(ADMIN, form);
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    assertThat(reply.body()).isEmpty();
    assertThat(reply.headers()).containsEntry("Cache-Control", "no-store");
  }

  private static int status(TestServer server, String token) {
    return GuardedServer.ping(server, token, "").status();
  }

  private String withJti(String username) {
    return TestTokens.sign(
        TestTokens.HS256,
        "{\"username\":\"%s\",\"jti\":\"%s\",\"iat\":%d,\"exp\":%d}"
            .formatted(
                username,
                jti,
                TestTokens.NOW.getEpochSecond(),
                TestTokens.NOW.plusSeconds(3600).getEpochSecond()));
  }

  private static String lastLine(TestServer server) {
    return server.log().getLast();
  }

  @Test
  void aRevokedTokenIsRefusedAtOnceHereAndWithinHalfAMinuteElsewhere() {
    String token = TestTokens.of(alice, Scope.WRITE);
    assertThat(status(server, token)).isEqualTo(200);
    assertThat(status(other, token)).isEqualTo(200);

    assertRevoked("token_type_hint=access_token&token=" + token);

    assertThat(lastLine(server))
        .contains(
            "\"event\":\"revocation\"",
            "\"identity\":\"operator\"",
            "\"what\":\"token\"",
            "\"owner\":\"" + alice + "\"",
            "\"outcome\":\"revoked\"")
        .doesNotContain(token);
    Reply refusal = GuardedServer.ping(server, token, "");
    assertThat(refusal.status()).isEqualTo(401);
    assertThat(refusal.headers().get("WWW-Authenticate")).contains("error=\"invalid_token\"");
    assertThat(lastLine(server)).contains("\"event\":\"auth_failure\"", "\"reason\":\"revoked\"");
    assertThat(status(other, token)).isEqualTo(200);
    clock.advance(Duration.ofSeconds(30));
    assertThat(status(other, token)).isEqualTo(401);
    assertThat(status(other, TestTokens.of(alice, Scope.READ))).isEqualTo(200);
  }

  @Test
  void aTokenIsRevokedByItsIdAndNobodyElsesIs() {
    String token = withJti(alice);
    assertRevoked("jti=other-" + jti);
    assertThat(status(server, token)).isEqualTo(200);

    assertRevoked("jti=" + jti);

    assertThat(status(server, token)).isEqualTo(401);
    assertThat(lastLine(server)).doesNotContain(jti);
  }

  @Test
  void allThatWasIssuedToAnIdentityBeforeATimeIsRevoked() {
    String before = TestTokens.of(TestTokens.NOW, alice, Scope.READ);
    clock.advance(Duration.ofSeconds(2));
    String after = TestTokens.of(TestTokens.NOW.plusSeconds(2), alice, Scope.READ);

    assertRevoked("identity=" + alice + "&issued_before=" + encoded("2026-03-01T13:00:01+01:00"));

    assertThat(status(server, before)).isEqualTo(401);
    assertThat(status(server, after)).isEqualTo(200);
    assertThat(status(server, TestTokens.of("bob", Scope.READ))).isEqualTo(200);
    clock.advance(Duration.ofMillis(1));
    assertRevoked("identity=" + alice);
    assertThat(status(server, after)).isEqualTo(401);
  }

  @Test
  void aTokenThatIsNoGoodAnywayNeedsNoRevocation() {
    String expired = TestTokens.of(TestTokens.NOW.minusSeconds(7200), alice, Scope.READ);

    for (String token : new String[] {"nonsense", expired}) {
      assertRevoked("token=" + token);
      assertThat(lastLine(server)).contains("\"outcome\":\"already_invalid\"");
    }
  }

  /** Each of them is no good now, and will be: then, or at another name or with another key. */
  @Test
  void aTokenThatMayBeGoodLaterOrElsewhereIsTakenBack() {
    long now = TestTokens.NOW.getEpochSecond();
    String claims = "{\"username\":\"" + alice + "\",\"iat\":%d,\"exp\":%d%s}";
    String later =
        TestTokens.sign(
            TestTokens.HS256, claims.formatted(now, now + 3600, ",\"nbf\":" + (now + 300)));
    String elsewhere =
        TestTokens.sign(
            TestTokens.HS256,
            claims.formatted(now, now + 3600, ",\"aud\":\"https://custom.example/mcp\""));
    assertThat(status(server, later)).isEqualTo(401);
    assertThat(status(server, elsewhere)).isEqualTo(401);

    for (String token : new String[] {later, elsewhere}) {
      assertRevoked("token=" + token);
      assertThat(lastLine(server)).contains("\"outcome\":\"revoked\"", "\"owner\":null");
    }
    clock.advance(Duration.ofMinutes(5));
    assertThat(status(server, later)).isEqualTo(401);
    assertThat(lastLine(server)).contains("\"reason\":\"revoked\"");
    TestServer custom = GuardedServer.start(clock, "MCP_ENDPOINT", "https://custom.example/mcp");
    assertThat(status(custom, elsewhere)).isEqualTo(401);
    assertThat(lastLine(custom)).contains("\"reason\":\"revoked\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "identity=instance",
        "identity=iam%3Aarn%3Aaws%3Aiam%3A%3A123456789012%3Auser%2Falice",
        "identity=issuer%3Ahttps%3A%2F%2Fissuer.example",
        "jti=a&iss=https%3A%2F%2Fissuer.example",
        "token=",
        "token_type_hint=access_token",
        "token=a&token=b",
        "token=a&token=a",
        "token=&token=a",
        "token=a&jti=b",
        "token=a&iss=b",
        "iss=b",
        "jti=a&identity=b",
        "identity=a&iss=b",
        "token=a&issued_before=2026-01-01T00:00:00Z",
        "identity=a&issued_before=2026-03-01T12:00:01Z",
        "identity=a&issued_before=1969-12-31T23:59:59Z",
        "identity=a&issued_before=-999999999-01-01T00:00:00Z",
        "identity=a&issued_before=yesterday",
        "identity=%zz",
        "identity=%ff",
        "identity=ä",
      })
  void aMalformedRequestIsToldSo(String form) {
    Reply reply = revoke(ADMIN, form);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().path("error").asText()).isEqualTo("invalid_request");
    assertThat(lastLine(server)).contains("\"outcome\":\"invalid_request\"");
  }

  @Test
  void aBodyOfAnotherTypeOrSizeIsRefused() {
    String path = "/oauth/revoke";
    String json = GuardedServer.event(path, "application/json", ADMIN, "", "{\"token\":\"a\"}");

    assertThat(server.send(json).status()).isEqualTo(400);
    assertThat(revoke(ADMIN, "token=" + "a".repeat(16 * 1024)).status()).isEqualTo(400);
  }

  @Test
  void onlyWhoHoldsTheScopeAdminMayRevoke() {
    Reply reply = revoke(TestTokens.of(alice, Scope.WRITE), "identity=bob");

    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.headers().get("WWW-Authenticate"))
        .contains("error=\"insufficient_scope\", scope=\"admin\"");
    assertThat(lastLine(server)).contains("\"outcome\":\"denied\"");
    assertThat(revoke("nonsense", "identity=bob").status()).isEqualTo(401);
  }

  @Test
  void withoutATableThereIsNoSuchRoute() {
    TestServer without = new TestServer(Map.of());

    assertThat(
            without.send(GuardedServer.event("/oauth/revoke", FORM, ADMIN, "", "token=a")).status())
        .isEqualTo(404);
  }

  @Test
  void whileTheTableIsAwayNobodyPassesUnlessThatIsAskedFor() {
    String away = "http://127.0.0.1:" + LocalDynamo.closedPort();
    TestServer closed =
        GuardedServer.start(clock, "AWS_ENDPOINT_URL_DYNAMODB", away, "MCP_RATE_TABLE", "");
    TestServer open =
        GuardedServer.start(
            clock,
            "AWS_ENDPOINT_URL_DYNAMODB",
            away,
            "MCP_RATE_TABLE",
            "",
            "MCP_REVOCATION_FAIL",
            "open");

    Reply refusal = GuardedServer.ping(closed, ADMIN, "");
    assertThat(refusal.status()).isEqualTo(503);
    assertThat(refusal.headers()).containsEntry("Retry-After", "5");
    assertThat(closed.log())
        .anyMatch(line -> line.contains("\"guard\":\"revocation\",\"let_through\":false"));
    assertThat(status(open, ADMIN)).isEqualTo(200);
    assertThat(open.log())
        .singleElement()
        .asString()
        .contains("\"event\":\"guard_failed\"", "\"guard\":\"revocation\",\"let_through\":true");
    Reply failed = open.send(GuardedServer.event("/oauth/revoke", FORM, ADMIN, "", "identity=a"));
    assertThat(failed.status()).isEqualTo(503);
    assertThat(lastLine(open)).contains("\"outcome\":\"unavailable\"");
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
