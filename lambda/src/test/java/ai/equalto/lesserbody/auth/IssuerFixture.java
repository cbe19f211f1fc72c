package ai.equalto.lesserbody.auth;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.audit.AuditLog;
import ai.equalto.lesserbody.auth.Refusal.TokenFault;
import ai.equalto.lesserbody.http.TestRequests;
import ai.equalto.lesserbody.jwks.IssuerKeys;
import ai.equalto.lesserbody.jwks.TestIssuer;
import ai.equalto.lesserbody.jwks.TestKey;
import ai.equalto.lesserbody.transport.HttpCoreTransport;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A real issuer that is trusted, and whoever resolves callers by its tokens. */
final class IssuerFixture implements AutoCloseable {
  static final long NOW = TestTokens.NOW.getEpochSecond();
  static final String RESOURCE = "https://body.example/mcp";
  static final TestKey RSA = TestKey.rsa("rsa-1");
  static final TestKey EC = TestKey.ec("ec-1");

  final TestIssuer issuer = new TestIssuer();
  private final List<String> audit = new ArrayList<>();
  private final Authenticator authenticator;

  IssuerFixture() {
    this("");
  }

  /**
   * @param parameters of its entry in the configuration
   */
  IssuerFixture(String parameters) {
    issuer.publishes(RSA, EC);
    TrustedIssuer trusted = TrustedIssuer.parse(issuer.url() + parameters);
    AuditLog log = new AuditLog(audit::add, TestTokens.CLOCK);
    this.authenticator =
        new Authenticator(
            new LesserTokens(
                Secrets.fixed(new KeyRing(TestTokens.key(), List.of())), TestTokens.CLOCK),
            new IssuerTokens(
                Map.of(
                    trusted,
                    new IssuerKeys(
                        trusted.id(),
                        new HttpCoreTransport(IssuerKeys.LIMITS, Clock.systemUTC()),
                        TestTokens.CLOCK,
                        log)),
                TestTokens.CLOCK),
            new IamCallers(List.of()),
            Optional.empty(),
            new ProtectedResource(
                Optional.of(URI.create(RESOURCE)),
                Optional.empty(),
                List.of(trusted),
                Optional.empty()));
  }

  /** Claims that are good and meant for this server, and others after them. */
  String claims(String others) {
    return unbound(",\"aud\":\"" + RESOURCE + "\"" + others);
  }

  /** Claims that are good but say not what they are meant for, and others after them. */
  String unbound(String others) {
    return "{\"iss\":\"%s\",\"sub\":\"alice\",\"iat\":%d,\"exp\":%d%s}"
        .formatted(issuer.url(), NOW, NOW + 60, others);
  }

  Authentication present(String token) {
    return authenticator.authenticate(
        TestRequests.of("POST", "/mcp", "Authorization", "Bearer " + token));
  }

  Authentication.Proven assertAdmits(String token) {
    Authentication outcome = present(token);
    assertThat(outcome).as(token).isInstanceOf(Authentication.Proven.class);
    return (Authentication.Proven) outcome;
  }

  Principal assertAdmitsClaims(String claims) {
    return assertAdmits(RSA.sign(claims)).principal();
  }

  void assertRefuses(String token, TokenFault fault) {
    assertThat(present(token)).as(token).isEqualTo(Authentication.refused(fault));
  }

  void assertRefusesClaims(String claims, TokenFault fault) {
    assertRefuses(RSA.sign(claims), fault);
  }

  List<String> audit() {
    return audit;
  }

  @Override
  public void close() {
    issuer.close();
  }
}
