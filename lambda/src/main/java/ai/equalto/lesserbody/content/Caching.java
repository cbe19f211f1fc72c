package ai.equalto.lesserbody.content;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How long a client may keep a result, and for whom (MCP 2026-07-28, "Caching").
 *
 * @param ttl how long it counts as fresh; zero or more
 * @param scope who may be given the kept result
 */
public record Caching(Duration ttl, Scope scope) {
  /** Who may be given a kept result. */
  public enum Scope {
    /** Anybody: nothing in it depends on the caller. */
    PUBLIC,
    /** The caller alone. */
    PRIVATE
  }

  /** Not to be kept. */
  public static final Caching NONE = new Caching(Duration.ZERO, Scope.PRIVATE);

  public Caching {
    if (ttl.isNegative()) {
      throw new IllegalArgumentException("a result cannot be fresh for less than no time");
    }
    requireNonNull(scope, "scope");
  }

  /** To be kept for anybody. */
  public static Caching shared(Duration ttl) {
    return new Caching(ttl, Scope.PUBLIC);
  }

  /** To be kept for the caller alone. */
  public static Caching own(Duration ttl) {
    return new Caching(ttl, Scope.PRIVATE);
  }
}
