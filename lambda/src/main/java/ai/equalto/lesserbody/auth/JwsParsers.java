package ai.equalto.lesserbody.auth;

import ai.equalto.lesserbody.auth.Refusal.TokenFault;
import io.jsonwebtoken.ExpiredJwtException;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.JwtParserBuilder;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.PrematureJwtException;
import io.jsonwebtoken.security.SecureDigestAlgorithm;
import io.jsonwebtoken.security.SignatureException;
import java.security.PublicKey;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import javax.crypto.SecretKey;

/** Parsers of jjwt that know one algorithm, one key, and no compression. */
final class JwsParsers {
  private JwsParsers() {}

  static JwtParser hs256(SecretKey key, Clock clock) {
    return knowing(Jwts.SIG.HS256, clock).verifyWith(key).build();
  }

  static JwtParser rs256(PublicKey key, Clock clock) {
    return knowing(Jwts.SIG.RS256, clock).verifyWith(key).build();
  }

  static JwtParser es256(PublicKey key, Clock clock) {
    return knowing(Jwts.SIG.ES256, clock).verifyWith(key).build();
  }

  private static JwtParserBuilder knowing(SecureDigestAlgorithm<?, ?> algorithm, Clock clock) {
    return Jwts.parser()
        .json(JwtJson.READER)
        .clock(() -> Date.from(clock.instant()))
        .clockSkewSeconds(TokenTimes.CLOCK_SKEW.toSeconds())
        .sig()
        .clear()
        .add(algorithm)
        .and()
        .zip()
        .clear()
        .and();
  }

  /** What is wrong with the token, as far as this parser tells. */
  static Optional<TokenFault> fault(CompactJws jws, JwtParser parser) {
    try {
      parser.parseSignedClaims(jws.text());
      return Optional.empty();
    } catch (ExpiredJwtException e) {
      return Optional.of(TokenFault.EXPIRED);
    } catch (PrematureJwtException e) {
      return Optional.of(TokenFault.NOT_YET_VALID);
    } catch (SignatureException e) {
      return Optional.of(TokenFault.BAD_SIGNATURE);
    } catch (JwtException | IllegalArgumentException e) {
      return Optional.of(TokenFault.BAD_CLAIMS);
    }
  }
}
