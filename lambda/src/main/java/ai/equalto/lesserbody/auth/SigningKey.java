package ai.equalto.lesserbody.auth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret shared with the Lesser instance: as it is, the HMAC key of access tokens; through HKDF
 * (RFC 5869), the keys of everything else. Never printed: {@link #toString()} is redacted, and
 * there is no way to read the bytes outside of this package.
 */
public final class SigningKey {
  /** The least entropy that HS256 takes (RFC 7518 section 3.2), in bytes. */
  public static final int MIN_BYTES = 32;

  private static final int AES_256_BYTES = 32;

  /** Enough to tell a handful of keys apart. */
  private static final int ID_BYTES = 6;

  private final SecretKey key;

  private SigningKey(byte[] secret) {
    this.key = new SecretKeySpec(secret, "HmacSHA256");
  }

  /**
   * The key of a secret, which is used as its UTF-8 bytes.
   *
   * @throws IllegalArgumentException if the secret has fewer than {@value #MIN_BYTES} bytes; the
   *     message tells the length and nothing else
   */
  public static SigningKey of(String secret) {
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    if (bytes.length < MIN_BYTES) {
      throw new IllegalArgumentException(
          "a secret of " + bytes.length + " bytes, fewer than " + MIN_BYTES);
    }
    return new SigningKey(bytes);
  }

  /** The key itself, which verifies access tokens and nothing else. */
  SecretKey forAccessTokens() {
    return key;
  }

  /**
   * An AES-256 key to seal with for one purpose. As each purpose has its own, what is sealed for
   * one can never pass for an access token or for another purpose.
   */
  SecretKey derive(String purpose) {
    return expand("seal/" + purpose, AES_256_BYTES, "AES");
  }

  /**
   * The name of this key, which anyone may read: derived under a label of its own, it tells nothing
   * of the secret or of a key that is derived from it.
   */
  String id() {
    byte[] id = expand("key-id", ID_BYTES, "Generic").getEncoded();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
  }

  private SecretKey expand(String label, int length, String algorithm) {
    byte[] info = ("lesser-body/" + label).getBytes(StandardCharsets.UTF_8);
    var parameters = HKDFParameterSpec.ofExtract().addIKM(key).thenExpand(info, length);
    try {
      return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, parameters);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HKDF-SHA256 is part of every JDK since 25", e);
    }
  }

  @Override
  public String toString() {
    return "SigningKey[redacted]";
  }
}
