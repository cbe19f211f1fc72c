package ai.equalto.lesserbody.auth;

import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Principals for tests, which prove nothing. */
public final class TestPrincipals {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private TestPrincipals() {}

  /** A caller with these scopes, as if proved by a token of the Lesser instance. */
  public static Principal of(String identity, Scope... scopes) {
    return new Principal(Principal.Type.LESSER_TOKEN, identity, Set.of(scopes));
  }

  /** A caller of its own, whose identity no other test has. */
  public static Principal unique(Scope... scopes) {
    return of("caller-" + COUNT.incrementAndGet(), scopes);
  }
}
