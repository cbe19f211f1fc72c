package ai.equalto.lesserbody.auth;

import ai.equalto.lesserbody.auth.Refusal.TokenFault;
import com.fasterxml.jackson.databind.JsonNode;
import io.jsonwebtoken.Claims;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The claims of a token of the Lesser instance, read strictly: a claim of the wrong type is as bad
 * as one that is missing.
 *
 * @param audience the claim {@code aud} as it stands; a missing node where there is none
 */
record LesserClaims(String username, Set<Scope> scopes, TokenTimes times, JsonNode audience) {
  /** The claims, if those that are required are there and fit. */
  static Optional<LesserClaims> read(JsonNode claims) {
    String username = claims.path("username").textValue();
    Optional<TokenTimes> times = TokenTimes.read(claims);
    return username == null || !Identity.isUsername(username) || times.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new LesserClaims(
                username, GrantedScopes.of(claims, ""), times.get(), claims.path(Claims.AUDIENCE)));
  }

  /** What speaks against the token at this time, for this audience. */
  Optional<TokenFault> fault(Instant now, Audience wanted) {
    boolean excused = audience.isMissingNode() && !wanted.ofAllTokens();
    Optional<TokenFault> fault = times.fault(now);
    return fault.isPresent() || excused || wanted.isIn(audience)
        ? fault
        : Optional.of(TokenFault.WRONG_AUDIENCE);
  }
}
