package ai.equalto.lesserbody.jwks;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.jsonrpc.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JwkReaderTest {
  private static final TestKey RSA = TestKey.rsa("rsa");
  private static final TestKey EC = TestKey.ec("ec");

  private static void assertIgnored(ObjectNode jwk) {
    assertThat(JwkReader.read(jwk)).as("%s", jwk).isEmpty();
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Test
  void readsPublicRsaKeysForRs256() {
    assertThat(JwkReader.read(RSA.jwk()))
        .contains(new PublishedKey("rsa", "RS256", RSA.pair().getPublic()));
    assertThat(JwkReader.read(RSA.jwk().put("use", "sig").put("alg", "RS256"))).isPresent();
  }

  @Test
  void readsPublicKeysOnP256ForEs256() {
    assertThat(JwkReader.read(EC.jwk()))
        .contains(new PublishedKey("ec", "ES256", EC.pair().getPublic()));
    assertThat(JwkReader.read(EC.jwk().put("use", "sig").put("alg", "ES256"))).isPresent();
  }

  @Test
  void ignoresKeysWithoutAnId() {
    ObjectNode nameless = RSA.jwk();
    nameless.remove("kid");

    assertIgnored(nameless);
    assertIgnored(RSA.jwk().put("kid", 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"oct", "OKP", "rsa", "EC", ""})
  void ignoresKeysOfAnotherType(String type) {
    assertIgnored(RSA.jwk().put("kty", type));
  }

  @Test
  void ignoresSymmetricKeys() {
    assertIgnored(Json.object().put("kty", "oct").put("kid", "1").put("k", base64(new byte[32])));
  }

  @ParameterizedTest
  @ValueSource(strings = {"d", "p", "q", "dp", "dq", "qi", "oth", "k"})
  void ignoresKeysWhosePrivateHalfIsPublished(String member) {
    assertIgnored(RSA.jwk().put(member, "AQAB"));
    assertIgnored(EC.jwk().put(member, "AQAB"));
  }

  @ParameterizedTest
  @CsvSource({"use,enc", "use,''", "use,SIG", "alg,RS512", "alg,PS256", "alg,HS256", "alg,ES256"})
  void ignoresKeysMeantForSomethingElse(String member, String value) {
    assertIgnored(RSA.jwk().put(member, value));
  }

  @Test
  void ignoresKeysOfAnotherAlgorithmOfTheirCurve() {
    assertIgnored(EC.jwk().put("alg", "RS256"));
    assertIgnored(EC.jwk().put("alg", "ECDH-ES"));
    assertIgnored(EC.jwk().putNull("alg"));
  }

  @Test
  void heedsTheOperationsOfAKey() {
    ObjectNode encrypts = RSA.jwk();
    encrypts.putArray("key_ops").add("encrypt").add("wrapKey");
    ObjectNode verifies = RSA.jwk();
    verifies.putArray("key_ops").add("verify");

    assertIgnored(encrypts);
    assertIgnored(RSA.jwk().put("key_ops", "verify"));
    assertThat(JwkReader.read(verifies)).isPresent();
  }

  @Test
  void ignoresShortRsaKeys() {
    assertIgnored(TestKey.rsa("short", 1024).jwk());
    assertIgnored(TestKey.rsa("short", 2040).jwk());
  }

  @Test
  void ignoresHugeRsaKeys() {
    byte[] modulus = new byte[1025];
    modulus[0] = 1;
    modulus[1024] = 1;

    assertIgnored(RSA.jwk().put("n", base64(modulus)));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 65536})
  void ignoresRsaKeysWithAnExponentThatProvesNothing(long exponent) {
    assertIgnored(RSA.jwk().put("e", base64(BigInteger.valueOf(exponent).toByteArray())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"P-384", "P-521", "secp256k1", "p-256", ""})
  void ignoresOtherCurves(String curve) {
    assertIgnored(EC.jwk().put("crv", curve));
  }

  @Test
  void ignoresPointsThatAreNotOnTheCurve() {
    assertIgnored(EC.jwk().put("y", EC.jwk().get("x").textValue()));
    assertIgnored(EC.jwk().put("x", base64(new byte[32])).put("y", base64(new byte[32])));
    // The same point, if numbers were taken modulo the field.
    assertIgnored(EC.jwk().put("x", "_".repeat(42) + "8"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AA", "?", "AAAA====", "\n"})
  void ignoresCoordinatesAndNumbersThatAreNone(String text) {
    assertIgnored(EC.jwk().put("x", text));
    assertIgnored(RSA.jwk().put("n", text));
    assertIgnored(RSA.jwk().put("e", text));
  }

  @Test
  void ignoresKeysWithoutTheirNumbers() {
    assertIgnored(Json.object().put("kty", "RSA").put("kid", "1"));
    assertIgnored(Json.object().put("kty", "EC").put("kid", "1").put("crv", "P-256"));
    assertIgnored(Json.object());
  }

  @Test
  void certificatesInAKeyAreNotLookedAt() {
    ObjectNode key = RSA.jwk().put("x5u", "https://evil.example/").put("x5t", "?");
    key.putArray("x5c").add("no certificate");

    assertThat(JwkReader.read(key).orElseThrow().key()).isEqualTo(RSA.pair().getPublic());
  }
}
