package ai.equalto.lesserbody.auth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tokens signed by hand with a test key, so that any hostile form can be built: header and claims
 * are JSON texts, and nothing looks at them.
 */
public final class TestTokens {
  /** Exactly as long as it must be. */
  public static final String SECRET = "0123456789abcdef-only-for-tests!";

  /** The time at which everything happens. */
  public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  /** The header of an honest token. */
  public static final String HS256 = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";

  private TestTokens() {}

  /** The key of {@link #SECRET}. */
  public static SigningKey key() {
    return SigningKey.of(SECRET);
  }

  /** An honest token, issued now and good for an hour. */
  public static String of(String username, Scope... scopes) {
    return of(NOW, username, scopes);
  }

  /** An honest token, issued at that time and good for an hour. */
  public static String of(Instant issued, String username, Scope... scopes) {
    String granted =
        Arrays.stream(scopes)
            .map(scope -> "\"" + scope.token() + "\"")
            .collect(Collectors.joining(",", "[", "]"));
    return sign(
        HS256,
        "{\"username\":\"%s\",\"iat\":%d,\"exp\":%d,\"scopes\":%s}"
            .formatted(username, issued.getEpochSecond(), issued.getEpochSecond() + 3600, granted));
  }

  /** Signs any header and claims with HMAC-SHA256 and {@link #SECRET}. */
  public static String sign(String header, String claims) {
    return sign(header, claims, "HmacSHA256", SECRET);
  }

  /** Signs any header and claims with any HMAC and any secret. */
  public static String sign(String header, String claims, String hmac, String secret) {
    return signParts(part(header) + "." + part(claims), hmac, secret);
  }

  /** Signs what is already encoded. */
  public static String signParts(String headerAndClaims, String hmac, String secret) {
    try {
      Mac mac = Mac.getInstance(hmac);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), hmac));
      byte[] signature = mac.doFinal(headerAndClaims.getBytes(StandardCharsets.US_ASCII));
      return headerAndClaims + "." + part(signature);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** A part of a token: base64url without padding. */
  public static String part(String text) {
    return part(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A part of a token: base64url without padding. */
  public static String part(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
