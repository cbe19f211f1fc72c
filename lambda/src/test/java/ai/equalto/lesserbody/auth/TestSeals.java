package ai.equalto.lesserbody.auth;

import static ai.equalto.lesserbody.auth.TestTokens.part;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * JWEs encrypted by hand, so that any hostile form can be built: header and claims are JSON texts,
 * and nothing looks at them.
 */
final class TestSeals {
  private static final int TAG_BYTES = 16;

  private TestSeals() {}

  /** The header of an honest seal. */
  static String header(SigningKey key) {
    return "{\"kid\":\"%s\",\"alg\":\"dir\",\"enc\":\"A256GCM\"}".formatted(key.id());
  }

  /** Encrypts any claims directly with the key, under any header. */
  static String encrypt(SecretKey key, String header, String claims) {
    return encrypt(key, header, claims.getBytes(StandardCharsets.UTF_8));
  }

  /** Encrypts any bytes directly with the key, under any header. */
  static String encrypt(SecretKey key, String header, byte[] plaintext) {
    byte[] iv = "twelve bytes".getBytes(StandardCharsets.US_ASCII);
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, iv));
      cipher.updateAAD(part(header).getBytes(StandardCharsets.US_ASCII));
      byte[] tagged = cipher.doFinal(plaintext);
      int length = tagged.length - TAG_BYTES;
      return String.join(
          ".",
          part(header),
          "",
          part(iv),
          part(Arrays.copyOf(tagged, length)),
          part(Arrays.copyOfRange(tagged, length, tagged.length)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
