package ai.equalto.lesserbody.auth;

import static ai.equalto.lesserbody.auth.HookFixture.NOW;
import static ai.equalto.lesserbody.auth.HookFixture.claims;
import static ai.equalto.lesserbody.auth.HookFixture.signed;
import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.auth.Refusal.TokenFault;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose token it is, what it grants, and what counts as a set of claims. */
class TokenClaimsTest {
  private final HookFixture hook = new HookFixture();

  private static String named(String json) {
    return "{\"username\":%s,\"iat\":%d,\"exp\":%d}".formatted(json, NOW, NOW + 60);
  }

  private static Set<Scope> granted(String claims) {
    Principal principal = new HookFixture().assertAdmits(signed(claims(claims)));
    EnumSet<Scope> granted = EnumSet.noneOf(Scope.class);
    Arrays.stream(Scope.values()).filter(principal::may).forEach(granted::add);
    return granted;
  }

  @ParameterizedTest
  @ValueSource(strings = {"alice", "Alice", "alice@example.com", "álïçé", "al ice", "0", "😀"})
  void keepsANameExactlyAsItWasProved(String name) {
    assertThat(hook.assertAdmits(signed(named("\"" + name + "\""))).identity()).isEqualTo(name);
  }

  @Test
  void acceptsANameOfTheGreatestLength() {
    assertThat(hook.assertAdmits(signed(named("\"" + "a".repeat(256) + "\""))).identity())
        .hasSize(256);
  }

  @Test
  void rejectsALongerName() {
    hook.assertRefusesClaims(named("\"" + "a".repeat(257) + "\""), TokenFault.BAD_CLAIMS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "true",
        "1",
        "1.5",
        "[]",
        "[\"alice\"]",
        "{}",
        "{\"name\":\"alice\"}",
        "\"\"",
        "\" \"",
        "\" alice\"",
        "\"alice \"",
        "\"alice\\t\"",
        "\"\\u2003alice\"",
        "\"ali\\u200Bce\"",
        "\"\\u202Ealice\"",
        "\"\\n\"",
        "\"al\\nice\"",
        "\"al\\u0000ice\"",
        "\"al\\u001bice\"",
        "\"al\\u007fice\"",
        "\"al\\u0085ice\"",
        "\"al\\u009bice\"",
        "\"alice\\ud800\"",
        "\"\\udc00alice\""
      })
  void rejectsWhatIsNoName(String name) {
    hook.assertRefusesClaims(named(name), TokenFault.BAD_CLAIMS);
  }

  @Test
  void rejectsTokenWithoutAName() {
    String nameless = "\"iat\":%d,\"exp\":%d}".formatted(NOW, NOW + 60);

    hook.assertRefusesClaims("{" + nameless, TokenFault.BAD_CLAIMS);
    hook.assertRefusesClaims("{\"sub\":\"alice\"," + nameless, TokenFault.BAD_CLAIMS);
    hook.assertRefusesClaims("{\"Username\":\"alice\"," + nameless, TokenFault.BAD_CLAIMS);
  }

  @Test
  void grantsTheScopesOfTheArray() {
    assertThat(granted(",\"scopes\":[\"read\"]")).containsExactly(Scope.READ);
    assertThat(granted(",\"scopes\":[\"write\"]")).containsExactly(Scope.READ, Scope.WRITE);
    assertThat(granted(",\"scopes\":[\"admin\"]")).containsExactly(Scope.values());
    assertThat(granted(",\"scopes\":[\"read\",\"write\",\"read\"]"))
        .containsExactly(Scope.READ, Scope.WRITE);
  }

  @Test
  void grantsTheScopesOfTheTextWhereThereIsNoArray() {
    assertThat(granted(",\"scope\":\"read\"")).containsExactly(Scope.READ);
    assertThat(granted(",\"scope\":\"profile  write \"")).containsExactly(Scope.READ, Scope.WRITE);
    assertThat(granted(",\"scope\":\"admin\",\"scopes\":null")).containsExactly(Scope.values());
  }

  @Test
  void prefersTheArray() {
    assertThat(granted(",\"scope\":\"admin\",\"scopes\":[\"read\"]")).containsExactly(Scope.READ);
    assertThat(granted(",\"scope\":\"admin\",\"scopes\":[]")).isEmpty();
    assertThat(granted(",\"scope\":\"admin\",\"scopes\":\"read\"")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",\"scopes\":[]",
        ",\"scopes\":[\"READ\",\"Admin\"]",
        ",\"scopes\":[\"read write\"]",
        ",\"scopes\":[\" read\",\"read \",\"\"]",
        ",\"scopes\":[[\"read\"],{\"read\":true}]",
        ",\"scopes\":[1,true,null]",
        ",\"scopes\":{\"read\":true}",
        ",\"scopes\":\"read\"",
        ",\"scopes\":[\"superadmin\",\"read:all\",\"readonly\",\"*\"]",
        ",\"scope\":[\"read\"]",
        ",\"scope\":\"READ\"",
        ",\"scope\":\"read,write\"",
        ",\"scope\":\"read\\twrite\"",
        ",\"scope\":\"read\\u00a0write\"",
        ",\"scope\":{\"read\":true}",
        ",\"scope\":true",
        ",\"scp\":[\"read\"]",
        ",\"Scopes\":[\"read\"]",
        ",\"scope\":null,\"scopes\":null"
      })
  void grantsNothingForWhatIsNoKnownScope(String claims) {
    assertThat(granted(claims)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ",\"username\":\"root\"",
        ",\"exp\":99999999999",
        ",\"iat\":0",
        ",\"scopes\":[],\"scopes\":[\"admin\"]",
        ",\"u\":{\"a\":1,\"a\":2}",
        ",\"user\\u006eame\":\"root\""
      })
  void rejectsClaimsThatAreGivenTwice(String again) {
    hook.assertRefusesClaims(claims(again), TokenFault.BAD_CLAIMS);
  }

  @Test
  void ignoresClaimsThatItDoesNotKnow() {
    String others = ",\"iss\":\"https://a.example\",\"sub\":\"bob\",\"jti\":\"1\",\"x\":null";

    assertThat(hook.assertAdmits(signed(claims(others))).identity()).isEqualTo("alice");
  }

  @Test
  void rejectsClaimsThatAreNoJsonObject() {
    String good = claims("");
    List<String> bodies =
        List.of(
            "",
            " ",
            "null",
            "[]",
            "\"alice\"",
            "1",
            "alice",
            "[" + good + "]",
            good + good,
            good + "x",
            "{",
            good.replace("}", ""),
            "\0" + good);
    for (String body : bodies) {
      assertRefusesPayload(TestTokens.part(body));
    }
  }

  @Test
  void rejectsClaimsThatAreNotUtf8() {
    byte[] utf16 = claims("").getBytes(StandardCharsets.UTF_16);
    byte[] latin1 = named("\"alicé\"").getBytes(StandardCharsets.ISO_8859_1);

    assertRefusesPayload(TestTokens.part(utf16));
    assertRefusesPayload(TestTokens.part(latin1));
  }

  @Test
  void rejectsClaimsThatNestTooDeep() {
    String deep = ",\"x\":" + "[".repeat(64) + "]".repeat(64);

    hook.assertRefusesClaims(claims(deep), TokenFault.BAD_CLAIMS);
  }

  /** Well signed, but no claims; a part without a character does not even look like a token. */
  private void assertRefusesPayload(String payload) {
    String token =
        TestTokens.signParts(
            TestTokens.part(TestTokens.HS256) + "." + payload, "HmacSHA256", TestTokens.SECRET);
    hook.assertRefuses(token, payload.isEmpty() ? TokenFault.UNSUPPORTED : TokenFault.BAD_CLAIMS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"https://gateway.example/live/mcp\"",
        "[\"https://gateway.example/live/mcp\"]",
        "[\"x\",\"https://gateway.example/live/mcp\"]"
      })
  void acceptsTokenThatIsMeantForThisServer(String audience) {
    hook.assertAdmits(signed(claims(",\"aud\":" + audience)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"https://other.example/mcp\"",
        "\"https://gateway.example/live/mcp/\"",
        "\"https://gateway.example/live\"",
        "\"HTTPS://GATEWAY.EXAMPLE/live/mcp\"",
        "\"https://other.example/mcp https://gateway.example/live/mcp\"",
        "[]",
        "[\"https://other.example/mcp\"]",
        "[[\"https://gateway.example/live/mcp\"]]",
        "{\"https://gateway.example/live/mcp\":true}",
        "null",
        "true",
        "\"\""
      })
  void rejectsTokenThatIsMeantForAnother(String audience) {
    assertThat(hook.faultOf(signed(claims(",\"aud\":" + audience))))
        .isIn(TokenFault.WRONG_AUDIENCE, TokenFault.BAD_CLAIMS);
  }
}
