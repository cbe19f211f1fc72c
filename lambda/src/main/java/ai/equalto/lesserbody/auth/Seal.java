package ai.equalto.lesserbody.auth;

import io.jsonwebtoken.Claims;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;

/**
 * Hands a caller a few values to bring back later, so that any instance of the function can trust
 * them without a store. Sealed values are signed, bound to one principal and one purpose, and
 * expire. They are not encrypted: seal nothing that the caller may not read.
 */
public final class Seal {
  private static final String TYPE = "pty";

  private final Optional<SecretKey> key;
  private final Optional<JwtParser> parser;
  private final Clock clock;

  /**
   * @param key the secret that the sealing key is derived from; without one nothing can be sealed,
   *     and nobody is authenticated to ask for it
   * @param purpose what is sealed; a seal opens nothing that was sealed for another purpose
   */
  public Seal(Optional<SigningKey> key, String purpose, Clock clock) {
    this.key = key.map(secret -> secret.derive("lesser-body/" + purpose));
    this.parser = this.key.map(derived -> CompactHs256.parser(derived, clock, Duration.ZERO));
    this.clock = clock;
  }

  /** The values, sealed for this principal; URL-safe, of visible ASCII characters. */
  public String seal(Principal owner, Map<String, String> values, Duration lifetime) {
    return Jwts.builder()
        .json(JwtJson.WRITER)
        .claims(values)
        .claim(TYPE, owner.type().name())
        .subject(owner.identity())
        .expiration(Date.from(clock.instant().plus(lifetime)))
        .signWith(key.orElseThrow(), Jwts.SIG.HS256)
        .compact();
  }

  /** The values, if this was sealed here for this principal and has not expired. */
  public Optional<Map<String, String>> open(Principal owner, String sealed) {
    if (!CompactHs256.isShapeOf(sealed)) {
      return Optional.empty();
    }
    try {
      Claims claims = parser.orElseThrow().parseSignedClaims(sealed).getPayload();
      boolean own =
          owner.identity().equals(claims.getSubject())
              && owner.type().name().equals(claims.get(TYPE));
      return own && isAhead(claims.getExpiration()) ? Optional.of(texts(claims)) : Optional.empty();
    } catch (JwtException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Stricter than the parser, for which the moment of expiry itself is still good. */
  private boolean isAhead(Date expiry) {
    return expiry != null && expiry.toInstant().isAfter(clock.instant());
  }

  private static Map<String, String> texts(Claims claims) {
    Map<String, String> texts = new HashMap<>();
    claims.forEach((name, value) -> {
      if (value instanceof String text) {
        texts.put(name, text);
      }
    });
    return Map.copyOf(texts);
  }
}
