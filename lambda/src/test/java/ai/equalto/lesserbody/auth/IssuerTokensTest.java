package ai.equalto.lesserbody.auth;

import static ai.equalto.lesserbody.auth.IssuerFixture.EC;
import static ai.equalto.lesserbody.auth.IssuerFixture.NOW;
import static ai.equalto.lesserbody.auth.IssuerFixture.RESOURCE;
import static ai.equalto.lesserbody.auth.IssuerFixture.RSA;
import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.auth.Refusal.TokenFault;
import ai.equalto.lesserbody.jwks.TestIssuer;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a token of a trusted issuer has to say, and what it comes to. */
class IssuerTokensTest {
  private static final long DAY = 24 * 60 * 60;

  private final IssuerFixture issuer = new IssuerFixture();

  @AfterEach
  void stop() {
    issuer.close();
  }

  @Test
  void admitsWhoeverHasATokenSignedWithRsa() {
    var proven = issuer.assertAdmits(RSA.sign(issuer.claims(",\"jti\":\"1\"")));

    String url = issuer.issuer.url();
    assertThat(proven.principal().proof()).isEqualTo(new Proof.IssuerToken(url));
    assertThat(proven.principal().identity()).isEqualTo("issuer:" + url + "|alice");
    assertThat(proven.issuance())
        .contains(
            new Issuance(
                TokenId.ofJti(url, "1"),
                Instant.ofEpochSecond(NOW),
                Instant.ofEpochSecond(NOW + 60)));
    assertThat(issuer.audit()).isEmpty();
  }

  @Test
  void admitsWhoeverHasATokenSignedWithEcdsa() {
    assertThat(issuer.assertAdmits(EC.sign(issuer.claims(""))).principal().identity())
        .endsWith("|alice");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"scope\":\"openid read\"", "\"scopes\":[\"openid\",\"read\"]"})
  void grantsTheScopesThatTheTokenNames(String scopes) {
    Principal principal = issuer.assertAdmitsClaims(issuer.claims("," + scopes));

    assertThat(principal.may(Scope.READ)).isTrue();
    assertThat(principal.may(Scope.WRITE)).isFalse();
  }

  @Test
  void grantsNothingThatTheTokenDoesNotName() {
    assertThat(issuer.assertAdmitsClaims(issuer.claims("")).may(Scope.READ)).isFalse();
    assertThat(
            issuer
                .assertAdmitsClaims(issuer.claims(",\"scope\":\"lesser/read Read reads\""))
                .may(Scope.READ))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "?/", "?.evil.example", "?#", "?|", "", " ?"})
  void rejectsAnotherIssuerWithoutAFetch(String other) {
    String claims =
        issuer
            .claims("")
            .replace(
                "\"iss\":\"" + issuer.issuer.url(),
                "\"iss\":\"" + other.replace("?", issuer.issuer.url()));

    issuer.assertRefusesClaims(claims, TokenFault.UNKNOWN_ISSUER);
    assertThat(issuer.issuer.asked()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "1", "[\"?\"]", "{}"})
  void rejectsAnIssuerThatIsNoText(String iss) {
    String text = "\"" + issuer.issuer.url() + "\"";
    String claims = issuer.claims("").replaceFirst(text, iss.replace("\"?\"", text));

    issuer.assertRefusesClaims(claims, TokenFault.UNKNOWN_ISSUER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"https://other.example\"", "[]", "\"\"", "null", "1", "[[\"?\"]]"})
  void rejectsATokenForAnotherServer(String audience) {
    issuer.assertRefusesClaims(
        issuer.unbound(",\"aud\":" + audience.replace("?", RESOURCE)), TokenFault.WRONG_AUDIENCE);
  }

  @Test
  void rejectsATokenThatDoesNotSayWhatItIsFor() {
    issuer.assertRefusesClaims(issuer.unbound(",\"client_id\":\"one\""), TokenFault.WRONG_AUDIENCE);
  }

  @Test
  void acceptsATokenForSeveralServersOfWhichThisIsOne() {
    issuer.assertAdmitsClaims(
        issuer.unbound(",\"aud\":[\"https://other.example\",\"" + RESOURCE + "\"]"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sub", "iat", "exp"})
  void rejectsATokenWithoutARequiredClaim(String claim) {
    issuer.assertRefusesClaims(
        issuer.claims("").replace("\"" + claim + "\"", "\"x\""), TokenFault.BAD_CLAIMS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", " alice", "a\\u0000", "a\\u202Eb", "a\\u200B"})
  void rejectsASubjectThatCouldPassForAnother(String subject) {
    issuer.assertRefusesClaims(
        issuer.claims("").replace("\"alice\"", "\"" + subject + "\""), TokenFault.BAD_CLAIMS);
  }

  @Test
  void rejectsASubjectThatIsNoTextOrTooLong() {
    issuer.assertRefusesClaims(issuer.claims("").replace("\"alice\"", "1"), TokenFault.BAD_CLAIMS);
    issuer.assertRefusesClaims(
        issuer.claims("").replace("alice", "a".repeat(257)), TokenFault.BAD_CLAIMS);
  }

  @Test
  void aSubjectIsNoUserOfTheInstanceWhateverItIsCalled() {
    Principal principal =
        issuer.assertAdmitsClaims(issuer.claims("").replace("\"alice\"", "\"instance\""));

    assertThat(principal.identity()).isEqualTo("issuer:" + issuer.issuer.url() + "|instance");
    assertThat(Identity.isUsername(principal.identity())).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, EXPIRED",
    "-86401, 60, TOO_OLD",
    "61, 120, NOT_YET_VALID",
    "-86400, 1, ",
    "60, 1, ",
  })
  void judgesTimesAsThoseOfTheInstance(long issued, long expires, TokenFault fault) {
    String claims =
        "{\"iss\":\"%s\",\"sub\":\"alice\",\"aud\":\"%s\",\"iat\":%d,\"exp\":%d}"
            .formatted(issuer.issuer.url(), RESOURCE, NOW + issued, NOW + expires);

    if (fault == null) {
      issuer.assertAdmitsClaims(claims);
    } else {
      issuer.assertRefusesClaims(claims, fault);
    }
  }

  @Test
  void honoursFromWhenOnATokenIsValid() {
    issuer.assertAdmitsClaims(issuer.claims(",\"nbf\":" + (NOW + 60)));
    issuer.assertRefusesClaims(issuer.claims(",\"nbf\":" + (NOW + 61)), TokenFault.NOT_YET_VALID);
    issuer.assertRefusesClaims(issuer.claims(",\"nbf\":\"now\""), TokenFault.BAD_CLAIMS);
  }

  @ParameterizedTest
  @ValueSource(longs = {DAY, 365 * DAY})
  void aTokenMayLiveLongButIsGoodForADay(long ago) {
    String claims =
        "{\"iss\":\"%s\",\"sub\":\"alice\",\"aud\":\"%s\",\"iat\":%d,\"exp\":%d}"
            .formatted(issuer.issuer.url(), RESOURCE, NOW - ago - 1, NOW + 365 * DAY);

    issuer.assertRefusesClaims(claims, TokenFault.TOO_OLD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",\"typ\":\"JWT\"",
        ",\"typ\":\"at+jwt\"",
        ",\"typ\":\"AT+JWT\"",
        ",\"typ\":\"application/at+jwt\""
      })
  void acceptsTheTypesOfAccessTokens(String type) {
    issuer.assertAdmits(
        RSA.sign("{\"alg\":\"RS256\",\"kid\":\"rsa-1\"" + type + "}", issuer.claims("")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"dpop+jwt\"",
        "\"logout+jwt\"",
        "\"secevent+jwt\"",
        "\"oauth-authz-req+jwt\"",
        "\"token-introspection+jwt\"",
        "\"id_token\"",
        "\"\"",
        "null",
        "1",
        "[\"JWT\"]"
      })
  void rejectsOtherTypesThatTheSameKeysSign(String type) {
    issuer.assertRefuses(
        RSA.sign("{\"alg\":\"RS256\",\"kid\":\"rsa-1\",\"typ\":" + type + "}", issuer.claims("")),
        TokenFault.UNSUPPORTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"token_use\":\"id\"",
        "\"token_use\":null",
        "\"typ\":\"ID\"",
        "\"typ\":\"Refresh\"",
        "\"at_hash\":\"x\"",
        "\"c_hash\":\"x\"",
      })
  void rejectsAnIdTokenEvenIfItNamesThisServer(String claim) {
    issuer.assertRefusesClaims(issuer.claims("," + claim), TokenFault.UNSUPPORTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"jkt\":\"x\"}", "{\"x5t#S256\":\"x\"}", "null"})
  void rejectsATokenThatIsBoundToAKeyOfItsBearer(String confirmation) {
    issuer.assertRefusesClaims(issuer.claims(",\"cnf\":" + confirmation), TokenFault.UNSUPPORTED);
  }

  @Test
  void acceptsWhatOtherIssuersWriteInTheirAccessTokens() {
    issuer.assertAdmitsClaims(
        issuer.claims(
            ",\"token_use\":\"access\",\"typ\":\"Bearer\",\"azp\":\"x\",\"nonce\":\"y\""));
  }

  @Test
  void whatCannotBeCheckedIsNotAdmittedAndNotRefusedForGood() {
    issuer.issuer.answers(TestIssuer.KEYS, 503, "");

    assertThat(issuer.present(RSA.sign(issuer.claims(""))))
        .isEqualTo(new Authentication.Refused(new Refusal.Unavailable()));
    assertThat(issuer.audit()).hasSize(1).first().asString().contains("issuer_unreachable");
  }

  @Test
  void whatIsRuledOutByItsClaimsCostsNoFetch() {
    issuer.assertRefusesClaims(issuer.unbound(""), TokenFault.WRONG_AUDIENCE);
    issuer.assertRefuses(
        RSA.sign("{\"alg\":\"RS256\"}", issuer.claims("")), TokenFault.UNKNOWN_KEY);

    assertThat(issuer.issuer.asked()).isEmpty();
  }
}
