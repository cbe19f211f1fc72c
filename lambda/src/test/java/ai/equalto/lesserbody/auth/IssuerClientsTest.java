package ai.equalto.lesserbody.auth;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.auth.Refusal.TokenFault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An issuer whose access tokens have no audience, such as Amazon Cognito. */
class IssuerClientsTest {
  private final IssuerFixture issuer = new IssuerFixture(";client_id=one two;scope_prefix=lesser/");

  @AfterEach
  void stop() {
    issuer.close();
  }

  @Test
  void admitsTheClientsThatAreNamed() {
    Principal principal =
        issuer.assertAdmitsClaims(
            issuer.unbound(
                ",\"client_id\":\"two\",\"token_use\":\"access\",\"scope\":\"openid lesser/read\""));

    assertThat(principal.identity()).isEqualTo("issuer:" + issuer.issuer.url() + "|alice");
    assertThat(principal.may(Scope.READ)).isTrue();
    assertThat(principal.may(Scope.WRITE)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",\"client_id\":\"three\"",
        ",\"client_id\":\"one two\"",
        ",\"client_id\":\"ONE\"",
        ",\"client_id\":[\"one\"]",
        ",\"client_id\":null",
        ",\"client_id\":\"\"",
        ",\"azp\":\"one\""
      })
  void rejectsOtherClients(String client) {
    issuer.assertRefusesClaims(issuer.unbound(client), TokenFault.WRONG_CLIENT);
    assertThat(issuer.issuer.asked()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "read write",
        "other/read",
        "Lesser/read",
        "lesser/",
        "lesser/lesser/read",
        "xlesser/read",
        "lesserread"
      })
  void scopesOfOtherServersGrantNothing(String scope) {
    String claims = issuer.unbound(",\"client_id\":\"one\",\"scope\":\"" + scope + "\"");

    assertThat(issuer.assertAdmitsClaims(claims).may(Scope.READ)).isFalse();
  }

  @Test
  void rejectsAnIdTokenWhichNamesNoClient() {
    issuer.assertRefusesClaims(
        issuer.unbound(",\"client_id\":\"one\",\"token_use\":\"id\""), TokenFault.UNSUPPORTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"https://other.example\"", "\"one\"", "[]", "null"})
  void anAudienceMustMatchWhereThereIsOne(String audience) {
    issuer.assertRefusesClaims(
        issuer.unbound(",\"client_id\":\"one\",\"aud\":" + audience), TokenFault.WRONG_AUDIENCE);
  }

  @Test
  void anAudienceThatMatchesExcusesNoClient() {
    issuer.assertAdmitsClaims(issuer.claims(",\"client_id\":\"one\""));
    issuer.assertRefusesClaims(issuer.claims(",\"client_id\":\"x\""), TokenFault.WRONG_CLIENT);
  }
}
