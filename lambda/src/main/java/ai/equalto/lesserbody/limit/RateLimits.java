package ai.equalto.lesserbody.limit;

import ai.equalto.lesserbody.auth.Scope;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How much one identity may ask for.
 *
 * @param scopes for each scope what all tools that need it may be called together
 * @param tools for some tools how often each may be called instead
 */
public record RateLimits(Map<Scope, Quota> scopes, Map<String, Quota> tools) {
  /** Far above what an honest agent asks for, far below what hurts. */
  public static final RateLimits DEFAULTS =
      new RateLimits(
          Map.of(
              Scope.READ, new Quota(1200, Duration.ofMinutes(1)),
              Scope.WRITE, new Quota(300, Duration.ofMinutes(1)),
              Scope.ADMIN, new Quota(120, Duration.ofMinutes(1))),
          Map.of());

  private static final String TOOL = "[A-Za-z0-9_.-]{1,128}";

  public RateLimits {
    scopes = Map.copyOf(scopes);
    tools = Map.copyOf(tools);
    if (scopes.size() != Scope.values().length) {
      throw new IllegalArgumentException("every scope has a limit");
    }
  }

  /**
   * Reads entries such as {@code write=120/1m} and {@code post_create=30/1m}; scopes that none
   * names have the default.
   *
   * @throws IllegalArgumentException naming the first entry that is malformed or there twice
   */
  public static RateLimits parse(List<String> entries) {
    if (entries.isEmpty()) {
      return DEFAULTS;
    }
    Map<Scope, Quota> scopes = new EnumMap<>(Scope.class);
    Map<String, Quota> tools = new TreeMap<>();
    for (String entry : entries) {
      int equals = entry.indexOf('=');
      String name = entry.substring(0, Math.max(0, equals)).strip();
      if (!name.matches(TOOL)) {
        throw new IllegalArgumentException(entry + ", no name and limit");
      }
      Quota quota = quota(entry, equals + 1);
      Optional<Scope> scope = Scope.of(name);
      boolean twice =
          scope.isPresent()
              ? scopes.put(scope.get(), quota) != null
              : tools.put(name, quota) != null;
      if (twice) {
        throw new IllegalArgumentException(entry + ", there twice");
      }
    }
    DEFAULTS.scopes().forEach(scopes::putIfAbsent);
    return new RateLimits(scopes, tools);
  }

  private static Quota quota(String entry, int start) {
    try {
      return Quota.parse(entry.substring(start).strip());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(entry + ", " + e.getMessage(), e);
    }
  }

  /** What a call of a tool counts against. */
  public Bucket ofTool(String name, Scope scope) {
    return Optional.ofNullable(tools.get(name))
        .map(quota -> new Bucket(name, true, quota))
        .orElseGet(() -> ofScope(scope));
  }

  /** What everything else counts against. */
  public Bucket ofScope(Scope scope) {
    return new Bucket(scope.token(), false, scopes.get(scope));
  }
}
