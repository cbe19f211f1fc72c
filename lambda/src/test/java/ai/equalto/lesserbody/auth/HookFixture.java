package ai.equalto.lesserbody.auth;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.audit.AuditLines;
import ai.equalto.lesserbody.audit.AuditLog;
import ai.equalto.lesserbody.http.Request;
import ai.equalto.lesserbody.http.Response;
import ai.equalto.lesserbody.http.TestRequests;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The real hook before a route that tells who was let in. */
final class HookFixture {
  static final long NOW = TestTokens.NOW.getEpochSecond();

  private static final ProtectedResource RESOURCE =
      new ProtectedResource(Optional.empty(), Optional.empty(), List.of(), Optional.empty());
  private static final String METADATA =
      "resource_metadata=\"https://gateway.example/live/.well-known/oauth-protected-resource/mcp\"";

  private final List<String> audit = new ArrayList<>();
  private final List<Principal> admitted = new ArrayList<>();
  private final AuthHook hook;

  HookFixture() {
    this(Secrets.fixed(new KeyRing(TestTokens.key(), List.of())));
  }

  HookFixture(Secrets secrets) {
    this(secrets, Optional.empty());
  }

  HookFixture(Optional<InstanceKeys> instanceKeys) {
    this(Secrets.fixed(new KeyRing(TestTokens.key(), List.of())), instanceKeys);
  }

  private HookFixture(Secrets secrets, Optional<InstanceKeys> instanceKeys) {
    this.hook =
        new AuthHook(
            new Authenticator(
                new LesserTokens(secrets, TestTokens.CLOCK),
                IssuerTokens.none(),
                new IamCallers(List.of()),
                instanceKeys,
                RESOURCE),
            RESOURCE,
            new AuditLog(line -> audit.add(AuditLines.event(line)), TestTokens.CLOCK));
  }

  /** Claims that are good, and others after them. */
  static String claims(String others) {
    return "{\"username\":\"alice\",\"iat\":%d,\"exp\":%d%s}".formatted(NOW, NOW + 60, others);
  }

  /** Claims without any that are required, but for these. */
  static String times(String issued, String expires) {
    return "{\"username\":\"alice\",\"iat\":%s,\"exp\":%s}".formatted(issued, expires);
  }

  static String signed(String claims) {
    return TestTokens.sign(TestTokens.HS256, claims);
  }

  Response send(Request request) {
    return hook.admit(
        request,
        (admittedRequest, principal) -> {
          assertThat(admittedRequest).isSameAs(request);
          admitted.add(principal);
          return Response.empty(204);
        });
  }

  /** Asserts that this token is let in, and who comes with it. */
  Principal assertAdmits(String token) {
    Request request = TestRequests.of("POST", "/mcp", "Authorization", "Bearer " + token);
    assertThat(send(request).status()).isEqualTo(204);
    assertThat(audit).isEmpty();
    assertThat(admitted).hasSize(1);
    return admitted.getFirst();
  }

  void assertRefusesClaims(String claims, Refusal.TokenFault fault) {
    assertRefuses(signed(claims), fault);
  }

  void assertRefuses(String token, Refusal.TokenFault fault) {
    assertThat(faultOf(token)).as(token).isEqualTo(fault);
  }

  void assertRefusesField(String authorization, Refusal.TokenFault fault) {
    assertThat(faultOfField(authorization)).as(authorization).isEqualTo(fault);
  }

  /** Asserts that a token is refused, and returns the reason that was recorded. */
  Refusal.TokenFault faultOf(String token) {
    return faultOfField("Bearer " + token);
  }

  /** The whole answer and the whole line are compared, so nothing of the token is in them. */
  private Refusal.TokenFault faultOfField(String authorization) {
    audit.clear();
    admitted.clear();
    Response response = send(TestRequests.of("POST", "/mcp", "Authorization", authorization));

    assertThat(admitted).as(authorization).isEmpty();
    assertThat(response)
        .isEqualTo(
            Response.error(
                    401, "invalid_token", "The token is invalid, expired or not for this server.")
                .with(
                    "WWW-Authenticate",
                    "Bearer error=\"invalid_token\", " + METADATA + ", scope=\"read write\""));
    assertThat(audit).as(authorization).hasSize(1);
    String stripped = authorization.strip();
    String hash =
        "\"" + TokenId.fingerprint(stripped.substring(stripped.lastIndexOf(' ') + 1)) + "\"";
    return Arrays.stream(Refusal.TokenFault.values())
        .filter(fault -> audit.getFirst().equals(line(name(fault), hash)))
        .findFirst()
        .orElseThrow(() -> new AssertionError(audit.getFirst()));
  }

  void assertRefusesWithoutCredentials(Request request) {
    Response response = send(request);

    assertThat(audit).containsExactly(line("no_credentials", "null"));
    assertThat(admitted).isEmpty();
    assertThat(response)
        .isEqualTo(
            Response.error(401, "unauthorized", "This server needs a bearer token.")
                .with("WWW-Authenticate", "Bearer " + METADATA + ", scope=\"read write\""));
  }

  private static String line(String reason, String hash) {
    return """
    {"time":"2026-03-01T12:00:00Z","event":"auth_failure","request_id":"request-1",\
    "reason":"%s","locked_out":false,"token_hash":%s,"source_ip":"","user_agent":null}\
    """
        .formatted(reason, hash);
  }

  private static String name(Refusal.TokenFault fault) {
    return fault.name().toLowerCase(Locale.ROOT);
  }
}
