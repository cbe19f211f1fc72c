package ai.equalto.lesserbody.auth;

import ai.equalto.lesserbody.auth.Refusal.TokenFault;
import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.JsonSyntaxException;
import com.fasterxml.jackson.databind.JsonNode;
import io.jsonwebtoken.ExpiredJwtException;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.PrematureJwtException;
import io.jsonwebtoken.security.SignatureException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/**
 * Verifies the access tokens of the Lesser instance: JWTs (RFC 7519) signed with HS256.
 *
 * <p>A token is accepted only if its algorithm is HS256 (any other is rejected before a key is
 * touched), its signature verifies, {@code username} is a name, {@code exp} lies ahead, and {@code
 * iat} lies at most {@link #MAX_AGE} back and {@link LesserClaims#CLOCK_SKEW} ahead, whatever
 * {@code exp} says. {@code nbf} and {@code aud} are honoured where present.
 */
public final class LesserTokens {
  /** How long after its issue a token is good for at most. */
  public static final Duration MAX_AGE = Duration.ofHours(24);

  private final Optional<JwtParser> parser;
  private final Clock clock;

  /**
   * @param key the secret of the instance; without one every token is refused
   * @param clock tells the time that tokens are judged by
   */
  public LesserTokens(Optional<SigningKey> key, Clock clock) {
    this.clock = clock;
    this.parser =
        key.map(secret ->
            CompactHs256.parser(secret.forAccessTokens(), clock, LesserClaims.CLOCK_SKEW));
  }

  /**
   * Who the token proves the caller to be.
   *
   * @param resource the identifier of this server, which a token with an audience must name
   */
  Authentication verify(String token, String resource) {
    if (parser.isEmpty()) {
      return Authentication.refused(TokenFault.NO_KEY);
    }
    if (!CompactHs256.isShapeOf(token)) {
      return Authentication.refused(TokenFault.NOT_HS256);
    }
    try {
      if (!isPlainHs256(part(token, 0))) {
        return Authentication.refused(TokenFault.NOT_HS256);
      }
      parser.get().parse(token);
      return judge(token, resource);
    } catch (ExpiredJwtException e) {
      return Authentication.refused(TokenFault.EXPIRED);
    } catch (PrematureJwtException e) {
      return Authentication.refused(TokenFault.NOT_YET_VALID);
    } catch (SignatureException e) {
      return Authentication.refused(TokenFault.BAD_SIGNATURE);
    } catch (JwtException | JsonSyntaxException | IllegalArgumentException e) {
      return Authentication.refused(TokenFault.BAD_CLAIMS);
    }
  }

  /** Nothing else in a header may change how the token is read, or bring a key to parse. */
  private static boolean isPlainHs256(JsonNode header) {
    return "HS256".equals(header.path("alg").textValue())
        && !header.has("crit")
        && !header.has("b64")
        && !header.has("zip")
        && !header.has("jwk")
        && !header.has("x5c");
  }

  /** A part as it was signed; jjwt would turn a text into a time, and let times overflow. */
  private static JsonNode part(String token, int index) throws JsonSyntaxException {
    return Json.read(Base64.getUrlDecoder().decode(token.split("\\.", -1)[index]));
  }

  private Authentication judge(String token, String resource) throws JsonSyntaxException {
    Optional<LesserClaims> claims = LesserClaims.read(part(token, 1));
    if (claims.isEmpty()) {
      return Authentication.refused(TokenFault.BAD_CLAIMS);
    }
    return claims
        .get()
        .fault(clock.instant(), resource)
        .map(Authentication::refused)
        .orElseGet(() -> proven(claims.get(), new AccessToken(token)));
  }

  private static Authentication proven(LesserClaims claims, AccessToken token) {
    return new Authentication.Proven(
        new Principal(
            Principal.Type.LESSER_TOKEN, claims.username(), claims.scopes(), Optional.of(token)));
  }
}
