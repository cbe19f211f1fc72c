package ai.equalto.lesserbody.auth;

import java.util.Optional;
import java.util.Set;

/**
 * A caller whose identity was proved on this very request. Only this package can construct one, so
 * whoever holds one needs no further check of who is calling.
 */
public final class Principal {
  /** How the caller proved who it is; its name is what the audit records. */
  public enum Type {
    /** With an access token of the Lesser instance. */
    LESSER_TOKEN
  }

  private final Type type;
  private final String identity;
  private final Set<Scope> scopes;
  private final Optional<AccessToken> lesserToken;

  Principal(Type type, String identity, Set<Scope> scopes, Optional<AccessToken> lesserToken) {
    this.type = type;
    this.identity = identity;
    this.scopes = Set.copyOf(scopes);
    this.lesserToken = lesserToken;
  }

  /** How the caller proved who it is. */
  public Type type() {
    return type;
  }

  /** The name that the caller's data is kept under, exactly as it was proved. */
  public String identity() {
    return identity;
  }

  /** The token of the Lesser instance that the caller came with, if it was one. */
  public Optional<AccessToken> lesserToken() {
    return lesserToken;
  }

  /** Whether one of the granted scopes includes the needed one. */
  public boolean may(Scope needed) {
    for (Scope granted : scopes) {
      if (granted.includes(needed)) {
        return true;
      }
    }
    return false;
  }
}
