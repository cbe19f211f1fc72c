package ai.equalto.lesserbody.auth;

import java.util.Set;

/**
 * A caller whose identity was proved on this very request. Only this package can construct one, so
 * whoever holds one needs no further check of who is calling.
 */
public final class Principal {
  private final Proof proof;
  private final String identity;
  private final Set<Scope> scopes;

  Principal(Proof proof, String identity, Set<Scope> scopes) {
    this.proof = proof;
    this.identity = identity;
    this.scopes = Set.copyOf(scopes);
  }

  /** How the caller proved who it is. */
  public Proof proof() {
    return proof;
  }

  /**
   * The name that the caller's data is kept under. Callers of different kinds, or of different
   * issuers, never share one: see {@link Identity}.
   */
  public String identity() {
    return identity;
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
