package ai.equalto.lesserbody.auth;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the claims of a verified token, strictly: a claim of the wrong type is an absent claim. */
final class LesserClaims {
  private static final int MAX_USERNAME = 256;

  private LesserClaims() {}

  /** A NumericDate (RFC 7519 section 2) in seconds, with or without a fraction. */
  static Optional<Instant> time(JsonNode claims, String name) {
    JsonNode seconds = claims.path(name);
    return seconds.isNumber() && Math.abs(seconds.doubleValue()) < Instant.MAX.getEpochSecond()
        ? Optional.of(Instant.ofEpochMilli((long) (seconds.doubleValue() * 1000)))
        : Optional.empty();
  }

  /**
   * A name of whole characters, none of them a control character, and without blanks around it;
   * another could pass for it on a screen or in a store.
   */
  static Optional<String> username(JsonNode claims) {
    return Optional.ofNullable(claims.path("username").textValue())
        .filter(name -> !name.isEmpty() && name.length() <= MAX_USERNAME)
        .filter(name -> name.equals(name.strip()))
        .filter(name -> name.codePoints().noneMatch(LesserClaims::isUnfit));
  }

  private static boolean isUnfit(int codePoint) {
    return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
  }

  /**
   * The known scopes of {@code scopes} (array) or, where that claim is absent, of {@code scope}
   * (separated by blanks, RFC 8693 section 4.2). What is not known grants nothing.
   */
  static Set<Scope> scopes(JsonNode claims) {
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
