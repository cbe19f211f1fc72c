package ai.equalto.lesserbody.auth;

import java.util.regex.Pattern;

/**
 * The one spelling of a JWT signed with HS256: three parts of base64url, the last one the 32 bytes
 * of an HMAC-SHA256. Padding, or bits behind the last byte, would make two tokens of one.
 */
final class CompactHs256 {
  /** Longer than any honest token, short enough to parse for anyone who asks. */
  private static final int MAX_LENGTH = 8192;

  private static final Pattern SHAPE =
      Pattern.compile("[\\w-]++\\.[\\w-]++\\.[\\w-]{42}[AEIMQUYcgkosw048]");

  private CompactHs256() {}

  static boolean isShapeOf(String token) {
    return token.length() <= MAX_LENGTH && SHAPE.matcher(token).matches();
  }
}
