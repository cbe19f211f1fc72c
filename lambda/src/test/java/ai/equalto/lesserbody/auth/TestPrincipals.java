package ai.equalto.lesserbody.auth;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Principals for tests, which prove nothing. */
public final class TestPrincipals {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private TestPrincipals() {}

  /** A caller with these scopes, as if proved by a token of the Lesser instance. */
  public static Principal of(String identity, Scope... scopes) {
    return new Principal(Principal.Type.LESSER_TOKEN, identity, Set.of(scopes), Optional.empty());
  }

  /** The same with a token to act with. */
  public static Principal withToken(String identity, String token, Scope... scopes) {
    return new Principal(
        Principal.Type.LESSER_TOKEN, identity, Set.of(scopes), Optional.of(new AccessToken(token)));
  }

  /** A caller of its own, whose identity no other test has. */
  public static Principal unique(Scope... scopes) {
    return of("caller-" + COUNT.incrementAndGet(), scopes);
  }
}
