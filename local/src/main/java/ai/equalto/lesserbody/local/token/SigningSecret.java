package ai.equalto.lesserbody.local.token;

import ai.equalto.lesserbody.auth.SigningKey;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** What the local server and the local tokens agree on. Its {@link #toString} is redacted. */
public final class SigningSecret {
  private static final int RANDOM_BYTES = 48;

  private final String text;

  private SigningSecret(String text) {
    this.text = text;
  }

  /** A new one, which nobody can guess. */
  public static SigningSecret random(SecureRandom random) {
    byte[] secret = new byte[RANDOM_BYTES];
    random.nextBytes(secret);
    return new SigningSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
  }

  /**
   * @param origin where it was found, for the message
   * @throws SecretException if it is too short to sign with
   */
  static SigningSecret of(String text, String origin) throws SecretException {
    int length = text.getBytes(StandardCharsets.UTF_8).length;
    if (length < SigningKey.MIN_BYTES) {
      throw new SecretException(
          "%s has a secret of %d bytes; HS256 needs at least %d."
              .formatted(origin, length, SigningKey.MIN_BYTES));
    }
    return new SigningSecret(text);
  }

  /** The secret itself, for the setting {@code JWT_SECRET} of the function. */
  public String reveal() {
    return text;
  }

  SecretKey key() {
    return new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
  }

  @Override
  public String toString() {
    return "SigningSecret[redacted]";
  }
}
