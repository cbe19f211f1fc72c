package ai.equalto.lesserbody.local.token;

import ai.equalto.lesserbody.auth.Scope;
import io.jsonwebtoken.JwtBuilder;
import io.jsonwebtoken.Jwts;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.UUID;

/** Issues access tokens as a Lesser instance does: JWTs (RFC 7519) signed with HS256. */
public final class TokenMinter {
  private final SigningSecret secret;
  private final Clock clock;

  /**
   * @param clock tells when a token is issued
   */
  public TokenMinter(SigningSecret secret, Clock clock) {
    this.secret = secret;
    this.clock = clock;
  }

  /** A new token, with an id that no other has. */
  public String mint(TokenRequest request) {
    Instant issued = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    JwtBuilder token =
        Jwts.builder()
            .subject(request.username())
            .claim("username", request.username())
            .claim("scopes", request.scopes().stream().map(Scope::token).toList())
            .issuedAt(Date.from(issued))
            .expiration(Date.from(issued.plus(request.lifetime().duration())))
            .id(UUID.randomUUID().toString());
    request.audience().ifPresent(audience -> token.audience().add(audience.toString()));
    return token.signWith(secret.key(), Jwts.SIG.HS256).compact();
  }
}
