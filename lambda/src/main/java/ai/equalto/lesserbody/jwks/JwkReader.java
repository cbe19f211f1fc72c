package ai.equalto.lesserbody.jwks;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Reads one JSON Web Key (RFC 7517 section 4): public RSA keys for RS256 and keys on P-256 for
 * ES256, with a {@code kid}, meant for signatures. Anything else is as if it were not there.
 *
 * <p>jjwt reads such keys too, but any other kind as well, private ones and certificates among
 * them, and loads twice as many classes as the few members here need.
 */
final class JwkReader {
  private static final int MIN_MODULUS_BITS = 2048;

  /** The longest signature that a token may have; a longer key only costs time. */
  private static final int MAX_MODULUS_BITS = 8192;

  private static final int MAX_EXPONENT_BITS = 64;

  /** What only private and symmetric keys have; one that was published is a secret no more. */
  private static final List<String> PRIVATE =
      List.of("d", "p", "q", "dp", "dq", "qi", "oth", "k", "priv");

  private JwkReader() {}

  /** The key, if it can verify signatures of a token. */
  static Optional<PublishedKey> read(JsonNode jwk) {
    String id = jwk.path("kid").textValue();
    String type = jwk.path("kty").textValue();
    if (id == null || type == null || PRIVATE.stream().anyMatch(jwk::has) || !verifies(jwk)) {
      return Optional.empty();
    }
    try {
      return switch (type) {
        case "RSA" -> key(jwk, id, "RS256", rsa(jwk));
        case "EC" -> key(jwk, id, "ES256", ec(jwk));
        default -> Optional.empty();
      };
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<PublishedKey> key(
      JsonNode jwk, String id, String algorithm, Optional<PublicKey> key) {
    return key.filter(found -> !jwk.has("alg") || algorithm.equals(jwk.get("alg").textValue()))
        .map(found -> new PublishedKey(id, algorithm, found));
  }

  /** Sections 4.2 and 4.3: a key to encrypt with signs nothing. */
  private static boolean verifies(JsonNode jwk) {
    JsonNode operations = jwk.path("key_ops");
    return (!jwk.has("use") || "sig".equals(jwk.get("use").textValue()))
        && (operations.isMissingNode()
            || operations.valueStream().anyMatch(one -> "verify".equals(one.textValue())));
  }

  private static Optional<PublicKey> rsa(JsonNode jwk) throws GeneralSecurityException {
    BigInteger modulus = number(jwk, "n");
    BigInteger exponent = number(jwk, "e");
    boolean fit =
        modulus.bitLength() >= MIN_MODULUS_BITS
            && modulus.bitLength() <= MAX_MODULUS_BITS
            && modulus.testBit(0)
            // With an exponent of 1 every message is its own signature.
            && exponent.compareTo(BigInteger.TWO) > 0
            && exponent.testBit(0)
            && exponent.bitLength() <= MAX_EXPONENT_BITS;
    return fit
        ? Optional.of(
            KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent)))
        : Optional.empty();
  }

  private static Optional<PublicKey> ec(JsonNode jwk) throws GeneralSecurityException {
    if (!"P-256".equals(jwk.path("crv").textValue())) {
      return Optional.empty();
    }
    ECPoint point = new ECPoint(coordinate(jwk, "x"), coordinate(jwk, "y"));
    // The JDK takes any two numbers for a point.
    return P256.contains(point)
        ? Optional.of(
            KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(point, P256.parameters())))
        : Optional.empty();
  }

  /** RFC 7518 section 6.2.1.2: as many bytes as the curve has, whatever the number. */
  private static BigInteger coordinate(JsonNode jwk, String member) {
    byte[] bytes = bytes(jwk, member);
    if (bytes.length != P256.BYTES) {
      throw new IllegalArgumentException("not a coordinate");
    }
    return new BigInteger(1, bytes);
  }

  private static BigInteger number(JsonNode jwk, String member) {
    return new BigInteger(1, bytes(jwk, member));
  }

  private static byte[] bytes(JsonNode jwk, String member) {
    return Base64.getUrlDecoder().decode(jwk.path(member).asText(""));
  }
}
