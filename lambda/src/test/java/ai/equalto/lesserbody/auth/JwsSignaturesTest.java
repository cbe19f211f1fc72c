package ai.equalto.lesserbody.auth;

import static ai.equalto.lesserbody.auth.TestTokens.part;
import static ai.equalto.lesserbody.auth.TestTokens.sign;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ai.equalto.lesserbody.auth.Refusal.TokenFault;
import ai.equalto.lesserbody.jwks.TestKey;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JwsSignaturesTest {
  private static final String CLAIMS = HookFixture.claims("");

  /** Does all that there is to do, for the price of getting ready for it. */
  private static final JwtParser PARSER =
      Jwts.parser()
          .json(JwtJson.READER)
          .clock(() -> Date.from(TestTokens.NOW))
          .sig()
          .clear()
          .add(Jwts.SIG.HS256)
          .and()
          .zip()
          .clear()
          .and()
          .verifyWith(TestTokens.key().forAccessTokens())
          .build();

  private static final List<String> VALUES =
      List.of(
          "null",
          "\"\"",
          "\" \"",
          "\"AAAA\"",
          "7",
          "true",
          "1.5",
          "[]",
          "[\"AAAA\"]",
          "[7]",
          "[\"AAAA\",7]",
          "[\"AAAA\",null]",
          "[[\"AAAA\"]]",
          "{}",
          "{\"a\":\"AAAA\"}");

  private static CompactJws read(String token) {
    return CompactJws.read(token).orElseThrow();
  }

  private static CompactJws withHeader(String fields) {
    return read(sign("{\"alg\":\"HS256\"" + fields + "}", CLAIMS));
  }

  private static CompactJws withClaims(String fields) {
    return read(sign(TestTokens.HS256, HookFixture.claims(fields)));
  }

  private static boolean verifies(CompactJws jws) {
    return JwsSignatures.fault(jws, TestTokens.key().forAccessTokens()).isEmpty();
  }

  private static boolean parses(CompactJws jws) {
    try {
      PARSER.parseSignedClaims(jws.text());
      return true;
    } catch (JwtException e) {
      return false;
    }
  }

  static Stream<CompactJws> oddlyTyped() {
    Stream<CompactJws> headers =
        Stream.of("typ", "cty", "kid", "jku", "x5u", "x5t", "x5t#S256", "other")
            .flatMap(name -> VALUES.stream().map(value -> withHeader(field(name, value))));
    Stream<CompactJws> claims =
        Stream.of("iss", "sub", "aud", "jti", "other")
            .flatMap(name -> VALUES.stream().map(value -> withClaims(field(name, value))));
    return Stream.concat(headers, claims);
  }

  private static String field(String name, String value) {
    return ",\"" + name + "\":" + value;
  }

  @Test
  void refusesWhateverTheParserOfTheLibraryRefuses() {
    assertThat(
            oddlyTyped().filter(jws -> verifies(jws) && !parses(jws)).map(JwsSignaturesTest::shown))
        .isEmpty();
    assertThat(
            oddlyTyped().filter(jws -> !verifies(jws) && parses(jws)).map(JwsSignaturesTest::shown))
        .isEmpty();
    assertThat(oddlyTyped().filter(JwsSignaturesTest::verifies)).hasSizeGreaterThan(90);
  }

  private static String shown(CompactJws jws) {
    return jws.header() + " " + jws.claims();
  }

  @ParameterizedTest
  @ValueSource(strings = {"JWT", "json"})
  void refusesATokenWhosePayloadIsSaidToBeNoClaims(String type) {
    assertThat(
            JwsSignatures.fault(
                withHeader(field("cty", "\"" + type + "\"")), TestTokens.key().forAccessTokens()))
        .contains(TokenFault.BAD_CLAIMS);
  }

  @Test
  void refusesASecretThatIsTooShortForTheHash() {
    String secret = "x".repeat(31);
    CompactJws jws = read(sign(TestTokens.HS256, CLAIMS, "HmacSHA256", secret));
    SecretKeySpec key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");

    assertThat(JwsSignatures.fault(jws, key)).contains(TokenFault.BAD_CLAIMS);
  }

  @Test
  void refusesAnRsaKeyOfFewerThan2048Bits() {
    TestKey key = TestKey.rsa("short", 2040);
    CompactJws jws = read(unpadded(key.sign(CLAIMS)));

    assertThat(JwsSignatures.fault(jws, key.pair().getPublic())).contains(TokenFault.BAD_CLAIMS);
  }

  /** A byte more in front, so that it is as long as a signature has to be. */
  private static String unpadded(String token) {
    int start = token.lastIndexOf('.') + 1;
    byte[] signature = Base64.getUrlDecoder().decode(token.substring(start));
    byte[] longer = new byte[256];
    System.arraycopy(signature, 0, longer, longer.length - signature.length, signature.length);
    return token.substring(0, start) + part(longer);
  }

  @Test
  void refusesAKeyOfAnotherCurve() {
    CompactJws jws = read(TestKey.ec("p256").sign(CLAIMS));

    assertThat(JwsSignatures.fault(jws, TestKey.ec("p384", "secp384r1").pair().getPublic()))
        .contains(TokenFault.BAD_CLAIMS);
  }

  @Test
  void refusesAKeyOfAnotherAlgorithm() {
    CompactJws rsa = read(TestKey.rsa("rsa").sign(CLAIMS));
    CompactJws ec = read(TestKey.ec("ec").sign(CLAIMS));

    assertThat(JwsSignatures.fault(rsa, TestKey.ec("ec").pair().getPublic()))
        .contains(TokenFault.BAD_CLAIMS);
    assertThat(JwsSignatures.fault(ec, TestKey.rsa("rsa").pair().getPublic()))
        .contains(TokenFault.BAD_CLAIMS);
  }

  /** Or a public key, which anyone has, would do as a secret. */
  @Test
  void aSecretVerifiesNothingThatClaimsAnotherAlgorithm() {
    TestKey key = TestKey.rsa("rsa");
    CompactJws jws = read(key.sign(CLAIMS));
    SecretKeySpec secret = new SecretKeySpec(key.pair().getPublic().getEncoded(), "HmacSHA256");

    assertThat(JwsSignatures.fault(jws, secret)).contains(TokenFault.BAD_SIGNATURE);
  }

  @Test
  void aPublicKeyVerifiesNothingThatClaimsASecret() {
    CompactJws jws = read(sign(TestTokens.HS256, CLAIMS));

    assertThatIllegalStateException()
        .isThrownBy(() -> JwsSignatures.fault(jws, TestKey.rsa("rsa").pair().getPublic()));
  }

  @Test
  void admitsWhatIsProperlySigned() {
    TestKey rsa = TestKey.rsa("rsa");
    TestKey ec = TestKey.ec("ec");

    assertThat(JwsSignatures.fault(read(rsa.sign(CLAIMS)), rsa.pair().getPublic())).isEmpty();
    assertThat(JwsSignatures.fault(read(ec.sign(CLAIMS)), ec.pair().getPublic())).isEmpty();
  }
}
