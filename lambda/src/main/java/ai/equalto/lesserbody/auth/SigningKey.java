package ai.equalto.lesserbody.auth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret shared with the Lesser instance, as an HMAC key. Never printed: {@link #toString()} is
 * redacted, and there is no way to read the bytes outside of this package.
 */
public final class SigningKey {
  /** The least entropy that HS256 takes (RFC 7518 section 3.2), in bytes. */
  public static final int MIN_BYTES = 32;

  private static final String HMAC = "HmacSHA256";

  private final SecretKey key;

  private SigningKey(byte[] secret) {
    this.key = new SecretKeySpec(secret, HMAC);
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
   * A key for one other purpose, derived with HKDF (RFC 5869), so that what is sealed for one
   * purpose can never pass for an access token or for another purpose.
   */
  SecretKey derive(String purpose) {
    try {
      var parameters =
          HKDFParameterSpec.ofExtract()
              .addIKM(key)
              .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), MIN_BYTES);
      return KDF.getInstance("HKDF-SHA256").deriveKey(HMAC, parameters);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HKDF-SHA256 is part of every JDK since 25", e);
    }
  }

  @Override
  public String toString() {
    return "SigningKey[redacted]";
  }
}
