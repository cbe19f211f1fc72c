package ai.equalto.lesserbody.auth;

import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;

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

  /** A parser that knows no algorithm but HS256, and no compression. */
  static JwtParser parser(SecretKey key, Clock clock, Duration skew) {
    return Jwts.parser()
        .json(JwtJson.READER)
        .clock(() -> Date.from(clock.instant()))
        .clockSkewSeconds(skew.toSeconds())
        .sig()
        .clear()
        .add(Jwts.SIG.HS256)
        .and()
        .zip()
        .clear()
        .and()
        .verifyWith(key)
        .build();
  }

  static boolean isShapeOf(String token) {
    return token.length() <= MAX_LENGTH && SHAPE.matcher(token).matches();
  }
}
