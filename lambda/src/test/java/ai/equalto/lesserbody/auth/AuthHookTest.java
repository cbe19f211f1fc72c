package ai.equalto.lesserbody.auth;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.auth.Refusal.TokenFault;
import ai.equalto.lesserbody.http.Body;
import ai.equalto.lesserbody.http.Headers;
import ai.equalto.lesserbody.http.Peer;
import ai.equalto.lesserbody.http.Request;
import ai.equalto.lesserbody.http.Response;
import ai.equalto.lesserbody.http.TestRequests;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthHookTest {
  private static final String TOKEN = TestTokens.of("alice", Scope.WRITE);

  private final HookFixture hook = new HookFixture();

  private static Request authorized(String value) {
    return TestRequests.of("POST", "/mcp", "Authorization", value);
  }

  @Test
  void admitsTheBearerOfAGoodToken() {
    Principal alice = hook.assertAdmits(TOKEN);

    assertThat(alice.identity()).isEqualTo("alice");
    assertThat(alice.proof()).isInstanceOf(Proof.LesserToken.class);
    assertThat(alice.may(Scope.WRITE)).isTrue();
    assertThat(alice.may(Scope.ADMIN)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer ", "bearer ", "BEARER ", "Bearer    ", "  Bearer "})
  void admitsAnySpellingOfTheScheme(String scheme) {
    assertThat(hook.send(authorized(scheme + TOKEN + " ")).status()).isEqualTo(204);
  }

  @Test
  void findsTheFieldWhateverItsCase() {
    Request request = TestRequests.of("POST", "/mcp", "aUTHORIZATION", "Bearer " + TOKEN);

    assertThat(hook.send(request).status()).isEqualTo(204);
  }

  @Test
  void challengesARequestWithoutCredentials() {
    hook.assertRefusesWithoutCredentials(TestRequests.of("POST", "/mcp"));
  }

  @Test
  void takesNoTokenFromAnywhereElse() {
    Request request =
        TestRequests.of(
            "POST",
            "/mcp?access_token=" + TOKEN,
            "Proxy-Authorization",
            "Bearer " + TOKEN,
            "Cookie",
            "access_token=" + TOKEN);

    hook.assertRefusesWithoutCredentials(request);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Bearer",
        "Bearer ",
        "Basic YWxpY2U6c2VjcmV0",
        "Digest username=\"alice\"",
        "Bearer=",
        "Bearer ä",
        "Bearer \"a.b.c\"",
        "Bearer a.b.c d",
        "Bearer a.b.c, Bearer a.b.c",
        "Bearer a.b.c,",
        "Bearer\ta.b.c",
        "Bearera.b.c",
        "Bearer a.b=.c",
        "Bearer Bearer a.b.c",
        "Token a.b.c",
        "a.b.c",
        "DPoP a.b.c",
        "Bearer a.b.c\r\nX: y",
        "Bearer a.b.c\0"
      })
  void refusesAFieldThatHoldsNoSingleBearerToken(String field) {
    hook.assertRefusesField(field, TokenFault.NOT_BEARER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic ", "", "Bearer  Bearer ", "Bearer x ", "Bearer\t"})
  void refusesAGoodTokenThatIsNotPresentedAsOne(String prefix) {
    hook.assertRefusesField(prefix + TOKEN, TokenFault.NOT_BEARER);
  }

  @ParameterizedTest
  @ValueSource(strings = {" x", ",", ";", "\nx", ", realm=x"})
  void refusesAGoodTokenWithSomethingBehindIt(String rest) {
    hook.assertRefusesField("Bearer " + TOKEN + rest, TokenFault.NOT_BEARER);
  }

  @Test
  void refusesAGoodTokenThatIsSentTwice() {
    Headers twice =
        Headers.of(Map.of("Authorization", List.of("Bearer " + TOKEN, "Bearer " + TOKEN)));
    Request request =
        new Request(
            "POST",
            "/mcp",
            twice,
            Body.empty(),
            Peer.UNKNOWN,
            "request-1",
            "https://a",
            TestRequests.DEADLINE);

    assertThat(hook.send(request).status()).isEqualTo(401);
  }

  @Test
  void cannotTellWhoCallsWhereThereIsNoSecret() {
    Response response = new HookFixture(TestSecrets.none()).send(authorized("Bearer " + TOKEN));

    assertThat(response.status()).isEqualTo(503);
    assertThat(response.headers()).containsEntry("Retry-After", "5");
  }

  @Test
  void challengesARequestWithoutCredentialsWhereThereIsNoSecret() {
    new HookFixture(TestSecrets.none())
        .assertRefusesWithoutCredentials(TestRequests.of("POST", "/mcp"));
  }

  @Test
  void passesOnWhatTheRouteAnswers() {
    Response response = hook.send(authorized("Bearer " + TOKEN));

    assertThat(response).isEqualTo(Response.empty(204));
  }
}
