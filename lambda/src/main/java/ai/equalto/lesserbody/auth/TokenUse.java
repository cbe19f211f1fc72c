package ai.equalto.lesserbody.auth;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a JWT of an issuer is for. Issuers sign much besides access tokens with the same keys, and
 * what they say of it differs; so whatever says that it is anything else is believed.
 */
final class TokenUse {
  /** The header {@code typ}: RFC 7519 section 5.1, RFC 9068 section 2.1; in any case. */
  private static final Set<String> TYPES =
      Set.of("jwt", "application/jwt", "at+jwt", "application/at+jwt");

  /** Only ID tokens are bound to these (OpenID Connect Core 1.0 sections 3.1.3.6 and 3.3.2.11). */
  private static final List<String> OF_ID_TOKENS = List.of("at_hash", "c_hash");

  private TokenUse() {}

  /** Whether this may be an access token that whoever bears it may use. */
  static boolean isBearer(CompactJws jws) {
    JsonNode claims = jws.claims();
    return isType(jws.header().path("typ"))
        && isAbsentOr(claims.path("token_use"), "access")
        && isAbsentOr(claims.path("typ"), "Bearer")
        && OF_ID_TOKENS.stream().noneMatch(claims::has)
        // RFC 9449 section 7.1: bound to a key, whose proof a thief would not have.
        && !claims.has("cnf");
  }

  private static boolean isType(JsonNode type) {
    return type.isMissingNode() || TYPES.contains(type.asText("").toLowerCase(Locale.ROOT));
  }

  /** Amazon Cognito writes the first of these claims, Keycloak the second. */
  private static boolean isAbsentOr(JsonNode claim, String value) {
    return claim.isMissingNode() || value.equals(claim.textValue());
  }
}
