package ai.equalto.lesserbody.auth;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.audit.AuditLog;
import ai.equalto.lesserbody.http.Body;
import ai.equalto.lesserbody.http.Headers;
import ai.equalto.lesserbody.http.Peer;
import ai.equalto.lesserbody.http.Request;
import ai.equalto.lesserbody.http.Response;
import ai.equalto.lesserbody.http.TestRequests;
import ai.equalto.lesserbody.testkit.TestClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RevocationEndpointTest {
  private static final String KEY = "a-key-of-the-instance-of-32-chars";
  private static final Principal ADMIN = TestPrincipals.of("operator", Scope.ADMIN);
  private static final String TOKEN = TestTokens.of("alice", Scope.READ);
  private static final ProtectedResource RESOURCE =
      new ProtectedResource(Optional.empty(), Optional.empty(), List.of(), Optional.empty());

  private final FakeRevocations store = new FakeRevocations();
  private final TestClock clock = new TestClock(TestTokens.NOW.toString());
  private final List<String> audit = new ArrayList<>();
  private final RevocationEndpoint endpoint = endpoint();

  private RevocationEndpoint endpoint() {
    AuditLog log = new AuditLog(audit::add, clock);
    Authenticator authenticator =
        new Authenticator(
            new LesserTokens(Secrets.fixed(new KeyRing(TestTokens.key(), List.of())), clock),
            IssuerTokens.none(),
            new IamCallers(List.of()),
            Optional.of(InstanceKeys.fixed(InstanceKey.of(KEY))),
            RESOURCE);
    return new RevocationEndpoint(
        authenticator, new Revocations(store, false, log, clock), RESOURCE, log, clock);
  }

  private Response post(Principal caller, String form) {
    return endpoint.handle(
        new Request(
            "POST",
            RevocationEndpoint.PATH,
            Headers.of(Map.of("Content-Type", List.of("application/x-www-form-urlencoded"))),
            Body.of(form),
            Peer.UNKNOWN,
            "request-1",
            TestRequests.BASE_URL,
            TestRequests.DEADLINE),
        caller);
  }

  private void assertOutcome(String outcome) {
    assertThat(audit).hasSize(1).first().asString().contains("\"outcome\":\"" + outcome + "\"");
  }

  @Test
  void takesBackATokenAndSaysWhoseItWas() {
    Response response = post(ADMIN, "token=" + TOKEN);

    assertThat(response).isEqualTo(Response.empty(200).with("Cache-Control", "no-store"));
    assertThat(store.tokens).containsOnlyKeys(id(TOKEN));
    assertOutcome("revoked");
    assertThat(audit.getFirst())
        .contains("\"what\":\"token\",\"owner\":\"alice\"", "\"identity\":\"operator\"");
  }

  private static String id(String token) {
    return TokenId.of(TokenId.LESSER, CompactJws.read(token).orElseThrow());
  }

  /** Whoever asks holds the scope admin, and could name the id of any token as well. */
  @Test
  void takesBackATokenThatItCannotVerifyAndNamesNobody() {
    String unverified = TOKEN.replaceFirst("[^.]+$", TestTokens.part(new byte[32]));

    assertThat(post(ADMIN, "token=" + unverified).status()).isEqualTo(200);
    assertThat(store.tokens).containsOnlyKeys(id(TOKEN));
    assertThat(audit.getFirst()).contains("\"owner\":null,\"outcome\":\"revoked\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "a.b.c", "another-key-which-nobody-was-given"})
  void whatCanNeverBeGoodNeedsNoRevocation(String token) {
    assertThat(post(ADMIN, "token=" + token).status()).isEqualTo(200);
    assertThat(store.tokens).isEmpty();
    assertOutcome("already_invalid");
  }

  @Test
  void neitherDoesATokenThatHasExpiredOrIsTooOld() {
    String expired = TestTokens.of(TestTokens.NOW.minusSeconds(3600), "alice", Scope.READ);
    long longAgo = TestTokens.NOW.minusSeconds(86_401).getEpochSecond();
    String tooOld =
        TestTokens.sign(
            TestTokens.HS256,
            "{\"username\":\"alice\",\"iat\":%d,\"exp\":%d}"
                .formatted(longAgo, TestTokens.NOW.plusSeconds(60).getEpochSecond()));

    post(ADMIN, "token=" + expired);
    post(ADMIN, "token=" + tooOld);

    assertThat(store.tokens).isEmpty();
    assertThat(audit).allMatch(line -> line.contains("already_invalid"));
  }

  @Test
  void neitherDoesATokenOfAnIssuerThatIsNotTrusted() {
    String header = TestTokens.part("{\"alg\":\"ES256\",\"kid\":\"1\"}");
    String claims =
        TestTokens.part(
            "{\"iss\":\"https://a\",\"iat\":%1$d,\"exp\":%1$d9}".formatted(1_772_366_400L));
    String token = header + "." + claims + "." + TestTokens.part(new byte[64]);

    assertThat(post(ADMIN, "token=" + token).status()).isEqualTo(200);
    assertOutcome("already_invalid");
  }

  @Test
  void aKeyIsNoToken() {
    Response response = post(ADMIN, "token=" + KEY);

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.body()).contains("unsupported_token_type");
    assertOutcome("invalid_request");
  }

  @Test
  void takesBackByIdAndByIdentity() {
    assertThat(post(ADMIN, "jti=42").status()).isEqualTo(200);
    assertThat(post(ADMIN, "jti=43&iss=lesser").status()).isEqualTo(200);
    assertThat(post(ADMIN, "identity=alice&issued_before=2026-03-01T11:59:59Z").status())
        .isEqualTo(200);
    assertThat(post(ADMIN, "identity=bob").status()).isEqualTo(200);

    assertThat(store.tokens)
        .containsOnlyKeys(TokenId.ofJti(TokenId.LESSER, "42"), TokenId.ofJti(TokenId.LESSER, "43"));
    assertThat(store.identities)
        .containsEntry("alice", TestTokens.NOW.minusSeconds(1))
        .containsEntry("bob", TestTokens.NOW);
    assertThat(audit.getFirst())
        .contains("\"what\":\"jti\",\"owner\":null")
        .doesNotContain("\"42\"");
    assertThat(audit.getLast()).contains("\"what\":\"identity\",\"owner\":\"bob\"");
  }

  @Test
  void namesOfAnyLengthThatACallerCanHaveAreTaken() {
    String subject = "issuer%3Ahttps%3A%2F%2F" + "a".repeat(504) + "%7C" + "b".repeat(256);

    assertThat(post(ADMIN, "jti=" + "a".repeat(1024)).status()).isEqualTo(200);
    assertThat(post(ADMIN, "identity=" + subject).status()).isEqualTo(200);
    assertThat(post(ADMIN, "identity=" + "a".repeat(256)).status()).isEqualTo(200);
    assertThat(post(ADMIN, "jti=" + "a".repeat(1025)).status()).isEqualTo(400);
    assertThat(post(ADMIN, "identity=" + subject + "b").status()).isEqualTo(400);
    assertThat(post(ADMIN, "identity=" + "a".repeat(257)).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "token=a&jti=b",
        "token=a&iss=b",
        "token=a&issued_before=2026-01-01T00:00:00Z",
        "jti=a&issued_before=2026-01-01T00:00:00Z",
        "jti=a&iss=https%3A%2F%2Fissuer.example",
        "identity=alice&iss=lesser",
        "identity=instance",
        "identity=iam%3Aarn",
        "identity=issuer%3A%7Calice",
        "identity=issuer%3Ahttps%3A%2F%2Fa%7C",
        "identity=alice&issued_before=2026-03-01T12:00:00.001Z",
        "identity=alice&issued_before=1969-12-31T23:59:59Z",
        "identity=alice&issued_before=soon",
        "other=a",
      })
  void saysWhatIsWrongWithARequest(String form) {
    Response response = post(ADMIN, form);

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.body()).contains("\"error\":\"invalid_request\"");
    assertThat(store.tokens).isEmpty();
    assertThat(store.identities).isEmpty();
    assertOutcome("invalid_request");
  }

  @Test
  void isForWhoeverHoldsTheScopeAdmin() {
    Response response = post(TestPrincipals.of("mallory", Scope.WRITE), "identity=alice");

    assertThat(response.status()).isEqualTo(403);
    assertThat(response.headers().get("WWW-Authenticate")).contains("scope=\"admin\"");
    assertThat(store.identities).isEmpty();
    assertOutcome("denied");
  }

  @Test
  void saysThatNothingWasTakenBackWhereThatCannotBeKept() {
    store.away = true;

    for (String form : new String[] {"token=" + TOKEN, "jti=a", "identity=alice"}) {
      Response response = post(ADMIN, form);
      assertThat(response.status()).isEqualTo(503);
      assertThat(response.headers()).containsEntry("Retry-After", "5");
      assertThat(response.body()).contains("Nothing was revoked.");
    }
    assertThat(audit).allMatch(line -> line.contains("\"outcome\":\"unavailable\""));
  }
}
