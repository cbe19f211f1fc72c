package ai.equalto.lesserbody.auth;

import java.util.Set;

/** Principals for tests, which prove nothing. */
public final class TestPrincipals {
  private TestPrincipals() {}

  /** A caller with these scopes, as if proved by a token of the Lesser instance. */
  public static Principal of(String identity, Scope... scopes) {
    return new Principal(Principal.Type.LESSER_TOKEN, identity, Set.of(scopes));
  }
}
