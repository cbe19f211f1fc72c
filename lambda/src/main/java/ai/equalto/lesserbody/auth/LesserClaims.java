package ai.equalto.lesserbody.auth;

import ai.equalto.lesserbody.auth.Refusal.TokenFault;
import com.fasterxml.jackson.databind.JsonNode;
import io.jsonwebtoken.Claims;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The claims of a token of the Lesser instance, read strictly: a claim of the wrong type is as bad
 * as one that is missing.
 *
 * @param audience the claim {@code aud} as it stands; a missing node where there is none
 */
record LesserClaims(
    String username,
    Set<Scope> scopes,
    Instant issuedAt,
    Instant expiresAt,
    Instant notBefore,
    JsonNode audience) {
  /** How far the clock of the issuer may run ahead of ours. */
  static final Duration CLOCK_SKEW = Duration.ofSeconds(60);

  /** The claims, if those that are required are there and fit. */
  static Optional<LesserClaims> read(JsonNode claims) {
    Optional<String> username =
        Optional.ofNullable(claims.path("username").textValue()).filter(Identity::isUsername);
    Optional<Instant> issued = time(claims.path(Claims.ISSUED_AT));
    Optional<Instant> expires = time(claims.path(Claims.EXPIRATION));
    Optional<Instant> starts =
        claims.hasNonNull(Claims.NOT_BEFORE)
            ? time(claims.get(Claims.NOT_BEFORE))
            : Optional.of(Instant.MIN);
    if (username.isEmpty() || issued.isEmpty() || expires.isEmpty() || starts.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new LesserClaims(
            username.get(),
            scopes(claims),
            issued.get(),
            expires.get(),
            starts.get(),
            claims.path(Claims.AUDIENCE)));
  }

  /** What speaks against the token at this time, for this audience. */
  Optional<TokenFault> fault(Instant now, Audience wanted) {
    if (!expiresAt.isAfter(now)) {
      return Optional.of(TokenFault.EXPIRED);
    }
    if (issuedAt.isBefore(now.minus(LesserTokens.MAX_AGE))) {
      return Optional.of(TokenFault.TOO_OLD);
    }
    Instant latest = now.plus(CLOCK_SKEW);
    if (issuedAt.isAfter(latest) || notBefore.isAfter(latest)) {
      return Optional.of(TokenFault.NOT_YET_VALID);
    }
    boolean excused = audience.isMissingNode() && !wanted.ofAllTokens();
    return excused || wanted.isIn(audience)
        ? Optional.empty()
        : Optional.of(TokenFault.WRONG_AUDIENCE);
  }

  /** A NumericDate (RFC 7519 section 2) in seconds, with or without a fraction. */
  private static Optional<Instant> time(JsonNode seconds) {
    return seconds.isNumber() && Math.abs(seconds.doubleValue()) < Instant.MAX.getEpochSecond()
        ? Optional.of(Instant.ofEpochMilli((long) (seconds.doubleValue() * 1000)))
        : Optional.empty();
  }

  /**
   * The known scopes of {@code scopes} (array) or, where that claim is absent, of {@code scope}
   * (separated by blanks, RFC 8693 section 4.2). What is not known grants nothing.
   */
  private static Set<Scope> scopes(JsonNode claims) {
    Set<Scope> granted = EnumSet.noneOf(Scope.class);
    for (String token : scopeTokens(claims)) {
      Scope.of(token).ifPresent(granted::add);
    }
    return granted;
  }

  private static List<String> scopeTokens(JsonNode claims) {
    if (claims.hasNonNull("scopes")) {
      JsonNode scopes = claims.get("scopes");
      return scopes.isArray()
          ? scopes.valueStream().filter(JsonNode::isTextual).map(JsonNode::textValue).toList()
          : List.of();
    }
    String scope = claims.path("scope").textValue();
    return scope == null ? List.of() : List.of(scope.split(" "));
  }
}
