package ai.equalto.lesserbody.auth;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the claims of a verified token, strictly: a claim of the wrong type is an absent claim. */
final class LesserClaims {
  private static final int MAX_USERNAME = 256;

  private LesserClaims() {}

  /** A NumericDate (RFC 7519 section 2) in seconds, with or without a fraction. */
  static Optional<Instant> time(Map<String, ?> claims, String name) {
    return claims.get(name) instanceof Number seconds
            && Math.abs(seconds.doubleValue()) < Instant.MAX.getEpochSecond()
        ? Optional.of(Instant.ofEpochMilli((long) (seconds.doubleValue() * 1000)))
        : Optional.empty();
  }

  /**
   * A name without control characters and without blanks around it, which could pass for another.
   */
  static Optional<String> username(Map<String, ?> claims) {
    return claims.get("username") instanceof String name
            && !name.isEmpty()
            && name.length() <= MAX_USERNAME
            && name.equals(name.strip())
            && name.chars().noneMatch(Character::isISOControl)
        ? Optional.of(name)
        : Optional.empty();
  }

  /**
   * The known scopes of {@code scopes} (array) or, where that claim is absent, of {@code scope}
   * (separated by blanks, RFC 8693 section 4.2). What is not known grants nothing.
   */
  static Set<Scope> scopes(Map<String, ?> claims) {
    Set<Scope> granted = EnumSet.noneOf(Scope.class);
    for (Object token : scopeTokens(claims)) {
      if (token instanceof String text) {
        Scope.of(text).ifPresent(granted::add);
      }
    }
    return granted;
  }

  private static Collection<?> scopeTokens(Map<String, ?> claims) {
    if (claims.containsKey("scopes")) {
      return claims.get("scopes") instanceof Collection<?> array ? array : List.of();
    }
    return claims.get("scope") instanceof String text ? List.of(text.split(" ")) : List.of();
  }
}
