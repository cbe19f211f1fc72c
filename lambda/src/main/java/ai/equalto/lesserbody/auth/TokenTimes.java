package ai.equalto.lesserbody.auth;

import ai.equalto.lesserbody.auth.Refusal.TokenFault;
import com.fasterxml.jackson.databind.JsonNode;
import io.jsonwebtoken.Claims;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a token was issued and is good (RFC 7519 section 4.1), judged alike whoever issued it.
 *
 * @param notBefore from when on it is good; the beginning of time where it does not say
 */
record TokenTimes(Instant issuedAt, Instant expiresAt, Instant notBefore) {
  /** How long after its issue a token is good for at most. */
  static final Duration MAX_AGE = Duration.ofHours(24);

  /** How far the clock of an issuer may run ahead of ours. */
  static final Duration CLOCK_SKEW = Duration.ofSeconds(60);

  /** The times, if those that are required are there, and all of them are numbers. */
  static Optional<TokenTimes> read(JsonNode claims) {
    Optional<Instant> issued = time(claims.path(Claims.ISSUED_AT));
    Optional<Instant> expires = time(claims.path(Claims.EXPIRATION));
    Optional<Instant> starts =
        claims.hasNonNull(Claims.NOT_BEFORE)
            ? time(claims.get(Claims.NOT_BEFORE))
            : Optional.of(Instant.MIN);
    return issued.isEmpty() || expires.isEmpty() || starts.isEmpty()
        ? Optional.empty()
        : Optional.of(new TokenTimes(issued.get(), expires.get(), starts.get()));
  }

  /** What speaks against the token at this time. */
  Optional<TokenFault> fault(Instant now) {
    if (!expiresAt.isAfter(now)) {
      return Optional.of(TokenFault.EXPIRED);
    }
    if (issuedAt.isBefore(now.minus(MAX_AGE))) {
      return Optional.of(TokenFault.TOO_OLD);
    }
    Instant latest = now.plus(CLOCK_SKEW);
    return issuedAt.isAfter(latest) || notBefore.isAfter(latest)
        ? Optional.of(TokenFault.NOT_YET_VALID)
        : Optional.empty();
  }

  /** What revoking the token needs to know, which goes by this id. */
  Issuance issuance(String tokenId) {
    return new Issuance(tokenId, issuedAt, expiresAt);
  }

  /** A NumericDate (RFC 7519 section 2) in seconds, with or without a fraction. */
  private static Optional<Instant> time(JsonNode seconds) {
    return seconds.isNumber() && Math.abs(seconds.doubleValue()) < Instant.MAX.getEpochSecond()
        ? Optional.of(Instant.ofEpochMilli((long) (seconds.doubleValue() * 1000)))
        : Optional.empty();
  }
}
