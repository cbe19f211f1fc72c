package ai.equalto.lesserbody.auth;

import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Principals for tests, which prove nothing. */
public final class TestPrincipals {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private TestPrincipals() {}

  /** A caller with these scopes, as if proved by a token of the Lesser instance. */
  public static Principal of(String identity, Scope... scopes) {
    return withToken(identity, "token-of-a-test", scopes);
  }

  /** The same with a token to act with. */
  public static Principal withToken(String identity, String token, Scope... scopes) {
    return new Principal(new Proof.LesserToken(new AccessToken(token)), identity, Set.of(scopes));
  }

  /** A caller with these scopes, whom something else proved than a token of the instance. */
  public static Principal by(Proof proof, Scope... scopes) {
    return new Principal(proof, "caller-by-" + proof.type(), Set.of(scopes));
  }

  /** A caller of its own, whose identity no other test has. */
  public static Principal unique(Scope... scopes) {
    return of("caller-" + COUNT.incrementAndGet(), scopes);
  }
}
