package ai.equalto.lesserbody.auth;

import io.jsonwebtoken.Jwts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Access tokens for the canary, which {@link LesserTokens} takes: signed with the current secret of
 * the instance, for one audience, good for a minute, with the scope {@code read} and no other.
 */
public final class CanaryTokens {
  /**
   * Who the canary is. No account can be called so: RFC 7565 section 7 has no colon in its name.
   */
  public static final String SUBJECT = "canary:lesser-body";

  private static final Duration LIFETIME = Duration.ofMinutes(1);

  private final Secrets secrets;
  private final Clock clock;

  /**
   * @param secrets the secret of the instance
   * @param clock tells when a token is issued
   */
  public CanaryTokens(Secrets secrets, Clock clock) {
    this.secrets = secrets;
    this.clock = clock;
  }

  /**
   * A new token, signed with the latest secret that can be had in a moment. Empty without any.
   *
   * @param audience what it is meant for, and nothing else takes it
   */
  public Optional<AccessToken> mint(String audience) {
    return secrets.renewed().map(keys -> mint(audience, keys.current()));
  }

  private AccessToken mint(String audience, SigningKey key) {
    Instant issued = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    return new AccessToken(
        Jwts.builder()
            .json(JwtJson.WRITER)
            .subject(SUBJECT)
            .claim("username", SUBJECT)
            .claim("scopes", List.of(Scope.READ.token()))
            .audience()
            .add(audience)
            .and()
            .issuedAt(Date.from(issued))
            .expiration(Date.from(issued.plus(LIFETIME)))
            .id(UUID.randomUUID().toString())
            .signWith(key.forAccessTokens(), Jwts.SIG.HS256)
            .compact());
  }
}
