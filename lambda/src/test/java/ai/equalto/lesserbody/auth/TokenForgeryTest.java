package ai.equalto.lesserbody.auth;

import static ai.equalto.lesserbody.auth.HookFixture.NOW;
import static ai.equalto.lesserbody.auth.HookFixture.claims;
import static ai.equalto.lesserbody.auth.TestTokens.SECRET;
import static ai.equalto.lesserbody.auth.TestTokens.part;
import static ai.equalto.lesserbody.auth.TestTokens.sign;
import static ai.equalto.lesserbody.auth.TestTokens.signParts;
import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.auth.Refusal.TokenFault;
import io.jsonwebtoken.Jwts;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that an attacker makes: other algorithms, changed parts, headers that ask for favours. */
class TokenForgeryTest {
  private static final String GOOD = TestTokens.of("alice", Scope.READ);
  private static final String CLAIMS = claims("");

  /** The key that a header offers. */
  private static final String NULS = "\0".repeat(32);

  private static final String BASE64 =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private final HookFixture hook = new HookFixture();

  private static String withoutSignature(String token) {
    return token.substring(0, token.lastIndexOf('.') + 1);
  }

  private static String signature(String token) {
    return token.substring(token.lastIndexOf('.') + 1);
  }

  @Test
  void acceptsATokenOfALibrary() {
    String token =
        Jwts.builder()
            .json(JwtJson.WRITER)
            .claim("username", "alice")
            .issuedAt(Date.from(TestTokens.NOW))
            .expiration(Date.from(TestTokens.NOW.plusSeconds(60)))
            .signWith(TestTokens.key().forAccessTokens(), Jwts.SIG.HS256)
            .compact();

    assertThat(hook.assertAdmits(token).identity()).isEqualTo("alice");
  }

  @Test
  void acceptsAHeaderWithoutType() {
    hook.assertAdmits(sign("{\"alg\":\"HS256\"}", CLAIMS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "None", "NONE", "nOnE", "none ", ""})
  void rejectsTokenThatClaimsToNeedNoSignature(String none) {
    String token = sign("{\"alg\":\"" + none + "\"}", CLAIMS);

    hook.assertRefuses(token, TokenFault.UNSUPPORTED);
    hook.assertRefuses(withoutSignature(token), TokenFault.UNSUPPORTED);
    hook.assertRefuses(withoutSignature(token) + "AA", TokenFault.UNSUPPORTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HS384",
        "HS512",
        "RS256",
        "RS384",
        "RS512",
        "PS256",
        "ES256",
        "ES384",
        "ES512",
        "EdDSA",
        "hs256",
        "Hs256",
        "HS256 ",
        " HS256",
        "HS-256",
        "HS1",
        "dir",
        "A256KW",
        "PBES2-HS256+A128KW"
      })
  void rejectsTokenOfAnotherAlgorithmEvenIfItsSignatureVerifies(String algorithm) {
    hook.assertRefuses(sign("{\"alg\":\"" + algorithm + "\"}", CLAIMS), TokenFault.UNSUPPORTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HS384", "HS512"})
  void rejectsTokenThatIsProperlySignedWithALongerHash(String algorithm) {
    String secret = SECRET + SECRET;
    HookFixture longKey =
        new HookFixture(Secrets.fixed(new KeyRing(SigningKey.of(secret), List.of())));
    String hmac = algorithm.replace("HS", "HmacSHA");

    longKey.assertRefuses(
        sign("{\"alg\":\"" + algorithm + "\"}", CLAIMS, hmac, secret), TokenFault.UNSUPPORTED);
    longKey.assertRefuses(sign(TestTokens.HS256, CLAIMS, hmac, secret), TokenFault.UNSUPPORTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"typ\":\"JWT\"}",
        "{\"alg\":null}",
        "{\"alg\":1}",
        "{\"alg\":true}",
        "{\"alg\":[\"HS256\"]}",
        "{\"alg\":{\"HS256\":1}}",
        "{\"ALG\":\"HS256\"}",
        "{\"alg\":\"HS256\",\"alg\":\"none\"}",
        "{\"alg\":\"none\",\"alg\":\"HS256\"}",
        "[]",
        "null",
        "\"HS256\"",
        "HS256",
        "",
        "{",
        "{\"alg\":\"HS256\"}{}"
      })
  void rejectsHeadersThatDoNotNameTheAlgorithm(String header) {
    assertRefusesAs(sign(header, CLAIMS), TokenFault.UNSUPPORTED, TokenFault.BAD_CLAIMS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"crit\":[\"exp\"]",
        "\"crit\":[\"b64\"],\"b64\":false",
        "\"crit\":[\"b64\"],\"b64\":true",
        "\"crit\":[\"x\"],\"x\":1",
        "\"crit\":[]",
        "\"crit\":\"exp\"",
        "\"crit\":true",
        "\"b64\":false",
        "\"zip\":\"DEF\"",
        "\"zip\":\"GZIP\"",
        "\"zip\":\"none\"",
        "\"zip\":1"
      })
  void rejectsHeadersThatChangeHowATokenIsRead(String field) {
    String header = "{\"alg\":\"HS256\"," + field + "}";

    assertRefusesAs(sign(header, CLAIMS), TokenFault.UNSUPPORTED, TokenFault.BAD_CLAIMS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"kid\":\"../../dev/null\"",
        "\"kid\":\"' OR 1=1\"",
        "\"typ\":\"at+jwt\"",
        "\"jku\":\"https://evil.example/keys\"",
        "\"x5u\":\"https://evil.example/cert\"",
        "\"x\":{\"y\":[1,null]}"
      })
  void takesNothingElseFromAHeader(String field) {
    String header = "{\"alg\":\"HS256\"," + field + "}";

    hook.assertAdmits(sign(header, CLAIMS));
    hook.assertRefuses(sign(header, CLAIMS, "HmacSHA256", NULS), TokenFault.BAD_SIGNATURE);
  }

  /** Broken or hostile keys in a header: a refusal, whatever it is, and never an exception. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"kid\":1",
        "\"jku\":1",
        "\"jku\":\"not a url\"",
        "\"jwk\":1",
        "\"jwk\":{}",
        "\"jwk\":{\"kty\":\"RSA\"}",
        "\"jwk\":{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":1,\"y\":2}",
        "\"jwk\":{\"kty\":\"oct\",\"k\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"}",
        "\"jwk\":{\"kty\":\"oct\",\"k\":1}",
        "\"x5c\":[\"AAAA\"]",
        "\"x5c\":1",
        "\"x5t\":\"?\"",
        "\"typ\":1",
        "\"cty\":1",
        "\"cty\":\"JWT\"",
        "\"epk\":{}",
        "\"p2c\":1000000000"
      })
  void neverThrowsForAHeader(String field) {
    String header = "{\"alg\":\"HS256\"," + field + "}";

    assertRefusesAs(
        sign(header, CLAIMS, "HmacSHA256", NULS),
        TokenFault.UNSUPPORTED,
        TokenFault.BAD_CLAIMS,
        TokenFault.BAD_SIGNATURE);
  }

  @Test
  void rejectsTokenInsideOfAToken() {
    assertRefusesAs(
        sign("{\"alg\":\"HS256\",\"cty\":\"JWT\"}", GOOD),
        TokenFault.UNSUPPORTED,
        TokenFault.BAD_CLAIMS);
  }

  @Test
  void rejectsTokenOfAnotherKey() {
    String other = SECRET.replace('0', '1');

    hook.assertRefuses(
        sign(TestTokens.HS256, CLAIMS, "HmacSHA256", other), TokenFault.BAD_SIGNATURE);
    hook.assertRefuses(
        sign(TestTokens.HS256, CLAIMS, "HmacSHA256", SECRET + "\0x"), TokenFault.BAD_SIGNATURE);
  }

  @Test
  void rejectsChangedClaims() {
    String admin = TestTokens.of("alice", Scope.ADMIN);

    hook.assertRefuses(withoutSignature(admin) + signature(GOOD), TokenFault.BAD_SIGNATURE);
  }

  @Test
  void rejectsChangedHeader() {
    String claims = GOOD.substring(GOOD.indexOf('.'));

    hook.assertRefuses(part("{\"alg\":\"HS256\"}") + claims, TokenFault.BAD_SIGNATURE);
  }

  @Test
  void rulesOutByItsClaimsATokenWithABadSignatureWithoutAKey() {
    String expired = TestTokens.of(TestTokens.NOW.minusSeconds(NOW), "alice", Scope.READ);

    new HookFixture(TestSecrets.none())
        .assertRefuses(withoutSignature(expired) + signature(GOOD), TokenFault.EXPIRED);
  }

  static Stream<String> misshapen() {
    String[] parts = GOOD.split("\\.", -1);
    return Stream.of(
        parts[0] + "." + parts[1],
        parts[0],
        GOOD + ".",
        GOOD + "." + parts[2],
        "." + GOOD,
        ".." + parts[2],
        parts[0] + ".." + parts[2],
        "." + parts[1] + "." + parts[2],
        withoutSignature(GOOD),
        "..",
        ".",
        GOOD + "=",
        GOOD + "==",
        GOOD + ".a.b",
        "a.b.c.d.e",
        part("{\"alg\":\"dir\",\"enc\":\"A256GCM\"}") + "..AAAA.AAAA.AAAA",
        GOOD.replace('_', '/').replace('-', '+') + "+",
        signParts(parts[0] + "." + parts[1] + "/+", "HmacSHA256", SECRET),
        signParts(parts[0] + "." + parts[1] + "~", "HmacSHA256", SECRET),
        "~" + GOOD);
  }

  @ParameterizedTest
  @MethodSource("misshapen")
  void rejectsWhatIsNotThreePartsOfBase64(String token) {
    hook.assertRefuses(token, TokenFault.UNSUPPORTED);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 10, 42})
  void rejectsTruncatedSignature(int missing) {
    hook.assertRefuses(GOOD.substring(0, GOOD.length() - missing), TokenFault.UNSUPPORTED);
  }

  @Test
  void rejectsExtendedSignature() {
    hook.assertRefuses(GOOD + "A", TokenFault.UNSUPPORTED);
    hook.assertRefuses(GOOD + "AAAA", TokenFault.UNSUPPORTED);
  }

  @Test
  void rejectsSecondSpellingOfASignature() {
    char last = GOOD.charAt(GOOD.length() - 1);
    char next = BASE64.charAt(BASE64.indexOf(last) + 1);

    hook.assertRefuses(GOOD.substring(0, GOOD.length() - 1) + next, TokenFault.UNSUPPORTED);
  }

  @Test
  void rejectsTokenOfGreatLength() {
    String padding = "x".repeat(7000);

    hook.assertRefuses(
        sign(TestTokens.HS256, claims(",\"x\":\"" + padding + "\"")), TokenFault.UNSUPPORTED);
    hook.assertRefuses("a".repeat(100_000), TokenFault.UNSUPPORTED);
    hook.assertRefuses(".".repeat(100_000), TokenFault.UNSUPPORTED);
  }

  private void assertRefusesAs(String token, TokenFault... faults) {
    assertThat(hook.faultOf(token)).as(token).isIn(List.of(faults));
  }
}
