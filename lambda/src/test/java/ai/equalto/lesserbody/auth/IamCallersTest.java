package ai.equalto.lesserbody.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.equalto.lesserbody.http.Body;
import ai.equalto.lesserbody.http.Headers;
import ai.equalto.lesserbody.http.Peer;
import ai.equalto.lesserbody.http.Request;
import ai.equalto.lesserbody.http.TestRequests;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom the gateway's word admits on the routes where it checks signatures, and nowhere else. */
class IamCallersTest {
  private static final String SESSIONS = "arn:aws:sts::123456789012:assumed-role/Agent/*";
  private static final String USER = "arn:aws:iam::123456789012:user/alice";
  private static final String TOKEN = "Bearer " + TestTokens.of("bob", Scope.ADMIN);

  private static final ProtectedResource RESOURCE =
      new ProtectedResource(Optional.empty(), Optional.empty(), Optional.empty());
  private static final Authenticator AUTHENTICATOR =
      new Authenticator(
          new LesserTokens(
              Secrets.fixed(new KeyRing(TestTokens.key(), List.of())), TestTokens.CLOCK),
          new IamCallers(
              List.of(
                  new IamGrant(SESSIONS, Set.of(Scope.READ)),
                  new IamGrant(USER, Set.of(Scope.READ)),
                  new IamGrant(USER, Set.of(Scope.WRITE)))),
          RESOURCE);

  private static Authentication authenticate(String path, Optional<String> signer) {
    return AUTHENTICATOR.authenticate(
        new Request(
            "POST",
            path,
            Headers.of(Map.of("Authorization", List.of(TOKEN))),
            Body.empty(),
            new Peer("192.0.2.1", signer),
            "request-1",
            "https://a.example",
            TestRequests.DEADLINE));
  }

  private static Principal admitted(String path, String signer) {
    return ((Authentication.Proven) authenticate(path, Optional.of(signer))).principal();
  }

  @Test
  void admitsASessionOfARoleAsTheRole() {
    String session = SESSIONS.replace("*", "chosen-by-the-session");
    Principal principal = admitted("/iam/mcp", session);

    assertThat(principal.identity()).isEqualTo("iam:arn:aws:sts::123456789012:assumed-role/Agent");
    assertThat(principal.proof()).isEqualTo(new Proof.IamSignature(session));
    assertThat(principal.proof().type()).isEqualTo("iam");
    assertThat(principal.may(Scope.READ)).isTrue();
    assertThat(principal.may(Scope.WRITE)).isFalse();
  }

  @Test
  void grantsAUserWhatAllItsGrantsSay() {
    Principal principal = admitted("/iam/mcp", USER);

    assertThat(principal.identity()).isEqualTo("iam:" + USER);
    assertThat(principal.may(Scope.WRITE)).isTrue();
    assertThat(principal.may(Scope.ADMIN)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arn:aws:sts::123456789012:assumed-role/Agent/a/b",
        "arn:aws:sts::123456789012:assumed-role/Agent/a:b",
        "arn:aws:sts::123456789012:assumed-role/Agent/a\n",
        "arn:aws:sts::123456789012:assumed-role/Agent2/a",
        "arn:aws:sts::999999999999:assumed-role/Agent/a",
        "arn:aws:iam::123456789012:user/Alice",
        "arn:aws:iam::123456789012:user/alice2",
        "xarn:aws:iam::123456789012:user/alice",
        "*",
        ""
      })
  void admitsNobodyElseWhateverTokenTheyBring(String signer) {
    assertThat(authenticate("/iam/mcp", Optional.of(signer)))
        .isEqualTo(new Authentication.Refused(new Refusal.NotAdmitted()));
  }

  @Test
  void admitsNobodyWithoutASigner() {
    assertThat(authenticate("/iam/mcp", Optional.empty()))
        .isEqualTo(new Authentication.Refused(new Refusal.NotAdmitted()));
  }

  /** Were the gateway to tell of a signer there, nothing would have asked it to check. */
  @ParameterizedTest
  @ValueSource(strings = {"/mcp", "/iam", "/iammcp"})
  void looksAtNoSignerOnOtherRoutes(String path) {
    assertThat(admitted(path, USER).identity()).isEqualTo("bob");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "arn:aws:iam::*:user/alice",
        "arn:aws:iam::12345678901:user/alice",
        "arn:aws:s3:::bucket",
        "arn:aws:iam::123456789012:",
        "arn:aws:iam::123456789012:user/alice\n"
      })
  void aGrantIsForAKnownAccount(String pattern) {
    assertThatThrownBy(() -> new IamGrant(pattern, Set.of(Scope.READ)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aGrantWithoutAScopeIsNone() {
    assertThatThrownBy(() -> new IamGrant(USER, Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
