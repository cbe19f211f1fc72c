package ai.equalto.lesserbody.jwks;

import ai.equalto.lesserbody.jsonrpc.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/** A key of an issuer, which signs by hand whatever it is told to. */
public record TestKey(String id, KeyPair pair) {
  public static TestKey rsa(String id) {
    return rsa(id, 2048);
  }

  public static TestKey rsa(String id, int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(bits);
      return new TestKey(id, generator.generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** On the curve P-256. */
  public static TestKey ec(String id) {
    return ec(id, "secp256r1");
  }

  public static TestKey ec(String id, String curve) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec(curve));
      return new TestKey(id, generator.generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** The same key under another id. */
  public TestKey named(String other) {
    return new TestKey(other, pair);
  }

  /** As it is published, with nothing that could be left out but its id. */
  public ObjectNode jwk() {
    return switch (pair.getPublic()) {
      case RSAPublicKey rsa ->
          Json.object()
              .put("kty", "RSA")
              .put("kid", id)
              .put("n", part(unsigned(rsa.getModulus(), 0)))
              .put("e", part(unsigned(rsa.getPublicExponent(), 0)));
      case ECPublicKey ec ->
          Json.object()
              .put("kty", "EC")
              .put("kid", id)
              .put("crv", "P-256")
              .put("x", part(unsigned(ec.getW().getAffineX(), 32)))
              .put("y", part(unsigned(ec.getW().getAffineY(), 32)));
      default -> throw new AssertionError("no such key");
    };
  }

  /** What it signs with, and what its tokens are headed by. */
  public String algorithm() {
    return pair.getPublic() instanceof RSAPublicKey ? "RS256" : "ES256";
  }

  public String header() {
    return "{\"alg\":\"%s\",\"typ\":\"at+jwt\",\"kid\":\"%s\"}".formatted(algorithm(), id);
  }

  /** An honestly signed token of these claims. */
  public String sign(String claims) {
    return sign(header(), claims);
  }

  /** Signs any header and claims as its own algorithm does. */
  public String sign(String header, String claims) {
    return sign(
        header,
        claims,
        algorithm().equals("RS256") ? "SHA256withRSA" : "SHA256withECDSAinP1363Format");
  }

  /** Signs any header and claims with any signature of the JDK. */
  public String sign(String header, String claims, String signature) {
    try {
      String signed = part(header) + "." + part(claims);
      Signature signer = Signature.getInstance(signature);
      signer.initSign(pair.getPrivate());
      signer.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed + "." + part(signer.sign());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String part(String text) {
    return part(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String part(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Big-endian, without a sign, filled up to a length. */
  public static byte[] unsigned(BigInteger number, int length) {
    byte[] bytes = number.toByteArray();
    byte[] plain = bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    byte[] filled = new byte[Math.max(length, plain.length)];
    System.arraycopy(plain, 0, filled, filled.length - plain.length, plain.length);
    return filled;
  }
}
