package ai.equalto.lesserbody.auth;

import static ai.equalto.lesserbody.auth.IssuerFixture.EC;
import static ai.equalto.lesserbody.auth.IssuerFixture.RSA;
import static ai.equalto.lesserbody.auth.TestTokens.part;
import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.auth.Refusal.TokenFault;
import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jwks.TestIssuer;
import ai.equalto.lesserbody.jwks.TestKey;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that an attacker makes of what an issuer publishes. */
class IssuerForgeryTest {
  /** FIPS 186-4, section D.1.2.3. */
  private static final BigInteger ORDER_OF_P256 =
      new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

  private final IssuerFixture issuer = new IssuerFixture();

  @AfterEach
  void stop() {
    issuer.close();
  }

  static Stream<byte[]> publicKeysAsBytes() {
    byte[] der = RSA.pair().getPublic().getEncoded();
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    String pem = "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----";
    return Stream.of(
        der,
        pem.getBytes(StandardCharsets.US_ASCII),
        (pem + "\n").getBytes(StandardCharsets.US_ASCII),
        TestKey.unsigned(((RSAPublicKey) RSA.pair().getPublic()).getModulus(), 0),
        RSA.jwk().get("n").textValue().getBytes(StandardCharsets.US_ASCII),
        Json.write(RSA.jwk()).getBytes(StandardCharsets.US_ASCII));
  }

  @ParameterizedTest
  @MethodSource("publicKeysAsBytes")
  void aPublicKeyIsNoSecret(byte[] key) {
    String header = "{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"rsa-1\"}";
    String claims = issuer.claims(",\"username\":\"alice\"");

    issuer.assertRefuses(hmac(header, claims, key), TokenFault.BAD_SIGNATURE);
    issuer.assertRefuses(
        hmac(header.replace("HS256", "RS256"), claims, key), TokenFault.UNSUPPORTED);
    assertThat(issuer.issuer.asked()).isEmpty();
  }

  private static String hmac(String header, String claims, byte[] key) {
    try {
      String signed = part(header) + "." + part(claims);
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return signed + "." + part(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aTokenOfTheInstancesSecretIsNoneOfTheIssuer() {
    String claims = issuer.claims(",\"username\":\"alice\"");

    Principal principal =
        issuer.assertAdmits(TestTokens.sign(TestTokens.HS256, claims)).principal();
    assertThat(principal.identity()).isEqualTo("alice");
    assertThat(principal.proof()).isInstanceOf(Proof.LesserToken.class);
  }

  @Test
  void aKeyOfTheIssuerSignsNoTokenOfTheInstance() {
    issuer.assertRefuses(
        RSA.sign("{\"username\":\"alice\",\"iat\":%1$d,\"exp\":%1$d}".formatted(1)),
        TokenFault.UNKNOWN_ISSUER);
  }

  @Test
  void aSharedSecretThatAnIssuerPublishesSignsNothing() {
    byte[] secret = new byte[32];
    issuer.issuer.answers(
        TestIssuer.KEYS,
        200,
        TestIssuer.set(
            RSA.jwk(), Json.object().put("kty", "oct").put("kid", "oct").put("k", part(secret))));

    issuer.assertRefuses(
        hmac("{\"alg\":\"HS256\",\"kid\":\"oct\"}", issuer.claims(",\"username\":\"a\""), secret),
        TokenFault.BAD_SIGNATURE);
    issuer.assertRefuses(
        RSA.sign("{\"alg\":\"RS256\",\"kid\":\"oct\"}", issuer.claims("")), TokenFault.UNKNOWN_KEY);
  }

  @Test
  void rejectsATokenThatNamesTheKeyOfAnotherAlgorithm() {
    issuer.assertRefuses(
        RSA.sign("{\"alg\":\"RS256\",\"kid\":\"ec-1\"}", issuer.claims("")),
        TokenFault.UNKNOWN_KEY);
    issuer.assertRefuses(
        EC.sign("{\"alg\":\"ES256\",\"kid\":\"rsa-1\"}", issuer.claims("")),
        TokenFault.UNKNOWN_KEY);
  }

  @Test
  void rejectsASignatureOfAnotherKey() {
    issuer.assertRefuses(TestKey.rsa("rsa-1").sign(issuer.claims("")), TokenFault.BAD_SIGNATURE);
    issuer.assertRefuses(TestKey.ec("ec-1").sign(issuer.claims("")), TokenFault.BAD_SIGNATURE);
  }

  @Test
  void rejectsAKeyThatTheIssuerDoesNotPublish() {
    issuer.assertRefuses(TestKey.ec("made-up").sign(issuer.claims("")), TokenFault.UNKNOWN_KEY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",\"kid\":null", ",\"kid\":1", ",\"kid\":[\"rsa-1\"]"})
  void rejectsATokenThatNamesNoKey(String kid) {
    issuer.assertRefuses(
        RSA.sign("{\"alg\":\"RS256\"" + kid + "}", issuer.claims("")), TokenFault.UNKNOWN_KEY);
    assertThat(issuer.issuer.asked()).isEmpty();
  }

  @Test
  void takesNoKeyFromATokenAndAsksNobodyForOne() {
    TestKey own = TestKey.rsa("rsa-1");
    issuer.issuer.answers("/evil", 200, TestIssuer.set(own.jwk()));
    String evil = issuer.issuer.url() + "/evil";
    String head = "{\"alg\":\"RS256\",\"kid\":\"rsa-1\",";

    issuer.assertRefuses(
        own.sign(head + "\"jku\":\"" + evil + "\"}", issuer.claims("")), TokenFault.BAD_SIGNATURE);
    issuer.assertRefuses(
        own.sign(head + "\"x5u\":\"" + evil + "\"}", issuer.claims("")), TokenFault.BAD_SIGNATURE);
    issuer.assertRefuses(
        own.sign(head + "\"jwk\":" + own.jwk() + "}", issuer.claims("")), TokenFault.UNSUPPORTED);
    issuer.assertRefuses(
        own.sign(head + "\"x5c\":[\"AAAA\"]}", issuer.claims("")), TokenFault.UNSUPPORTED);
    assertThat(issuer.issuer.asked()).doesNotContain("/evil");
  }

  @Test
  void whatElseATokenSaysOfKeysIsNotLookedAt() {
    issuer.assertAdmits(
        RSA.sign(
            "{\"alg\":\"RS256\",\"kid\":\"rsa-1\",\"jku\":\"https://evil.example\",\"x5t\":\"AA\"}",
            issuer.claims("")));
  }

  /** A second signature of ECDSA can be made of the first; what is revoked must be both. */
  @Test
  void theTwinOfAnEcdsaSignatureIsOfTheSameToken() {
    String token = EC.sign(issuer.claims(""));
    String twin = twin(token);

    assertThat(twin).isNotEqualTo(token);
    assertThat(issuer.assertAdmits(twin).issuance())
        .isEqualTo(issuer.assertAdmits(token).issuance());
  }

  /** The same with s replaced by n - s, which solves the same equation. */
  private static String twin(String token) {
    int dot = token.lastIndexOf('.');
    byte[] signature = Base64.getUrlDecoder().decode(token.substring(dot + 1));
    BigInteger s = new BigInteger(1, Arrays.copyOfRange(signature, 32, 64));
    byte[] other = ORDER_OF_P256.subtract(s).toByteArray();
    Arrays.fill(signature, 32, 64, (byte) 0);
    int length = Math.min(other.length, 32);
    System.arraycopy(other, other.length - length, signature, 64 - length, length);
    return token.substring(0, dot + 1) + TestTokens.part(signature);
  }

  @Test
  void rejectsAnEcdsaSignatureOfZeros() {
    String signed = part(EC.header()) + "." + part(issuer.claims(""));

    issuer.assertRefuses(signed + "." + part(new byte[64]), TokenFault.BAD_SIGNATURE);
  }

  /** Zero modulo the order of the curve, and the order plus one, which is one. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551",
        "FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632552",
        "0000000000000000000000000000000000000000000000000000000000000001",
        "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF"
      })
  void rejectsEcdsaSignaturesOfNumbersThatAreEasyToGuess(String half) {
    byte[] bytes = HexFormat.of().parseHex(half + half);
    String signed = part(EC.header()) + "." + part(issuer.claims(""));

    issuer.assertRefuses(signed + "." + part(bytes), TokenFault.BAD_SIGNATURE);
  }

  @Test
  void rejectsAnEcdsaSignatureInDer() {
    issuer.assertRefuses(
        EC.sign(EC.header(), issuer.claims(""), "SHA256withECDSA"), TokenFault.UNSUPPORTED);
  }

  @Test
  void rejectsOtherSignaturesOfTheSameKey() {
    issuer.assertRefuses(
        RSA.sign(RSA.header(), issuer.claims(""), "SHA512withRSA"), TokenFault.BAD_SIGNATURE);
    issuer.assertRefuses(
        RSA.sign(RSA.header(), issuer.claims(""), "SHA1withRSA"), TokenFault.BAD_SIGNATURE);
    issuer.assertRefuses(
        EC.sign(EC.header(), issuer.claims(""), "SHA1withECDSAinP1363Format"),
        TokenFault.BAD_SIGNATURE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"RS384", "RS512", "PS256", "ES384", "EdDSA", "none", "rs256", "RS256 "})
  void rejectsOtherAlgorithms(String algorithm) {
    issuer.assertRefuses(
        RSA.sign(RSA.header().replace("RS256", algorithm), issuer.claims("")),
        TokenFault.UNSUPPORTED);
  }

  @Test
  void rejectsChangedClaims() {
    String good = RSA.sign(issuer.claims(""));
    String signature = good.substring(good.lastIndexOf('.'));
    String changed = RSA.sign(issuer.claims(",\"scope\":\"admin\""));

    issuer.assertRefuses(
        changed.substring(0, changed.lastIndexOf('.')) + signature, TokenFault.BAD_SIGNATURE);
  }

  @Test
  void rejectsAnRsaSignatureOfNothing() {
    String signed = part(RSA.header()) + "." + part(issuer.claims(""));

    issuer.assertRefuses(signed + "." + part(new byte[256]), TokenFault.BAD_SIGNATURE);
    issuer.assertRefuses(signed + "." + part(new byte[512]), TokenFault.BAD_SIGNATURE);
    issuer.assertRefuses(signed + ".", TokenFault.UNSUPPORTED);
  }
}
