package ai.equalto.lesserbody.auth;

import java.util.Locale;
import java.util.Optional;

/** What a token allows, from least to most; each scope includes those before it. */
public enum Scope {
  READ,
  WRITE,
  ADMIN;

  private final String token = name().toLowerCase(Locale.ROOT);

  /** The scope as OAuth writes it (RFC 6749 section 3.3). */
  public String token() {
    return token;
  }

  /** Whether who holds this scope may do what needs the other. */
  public boolean includes(Scope needed) {
    return compareTo(needed) >= 0;
  }

  /** The scope of that name; names are case-sensitive, and unknown ones grant nothing. */
  public static Optional<Scope> of(String token) {
    for (Scope scope : values()) {
      if (scope.token.equals(token)) {
        return Optional.of(scope);
      }
    }
    return Optional.empty();
  }
}
