package ai.equalto.lesserbody.auth;

import ai.equalto.lesserbody.audit.AuditLog;
import ai.equalto.lesserbody.auth.Refusal.TokenFault;
import ai.equalto.lesserbody.auth.SecretSourceException.Reason;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Admits whoever holds the key of the managed instance, as {@link Identity#INSTANCE} with the scope
 * admin. Deprecated: a key does not say who holds it, and never expires.
 */
public final class InstanceKeys {
  private final Supplier<Optional<List<InstanceKey>>> keys;
  private final Supplier<Optional<List<InstanceKey>>> renewed;

  private InstanceKeys(
      Supplier<Optional<List<InstanceKey>>> keys, Supplier<Optional<List<InstanceKey>>> renewed) {
    this.keys = keys;
    this.renewed = renewed;
  }

  /** Admits who holds this key. */
  public static InstanceKeys fixed(InstanceKey key) {
    Optional<List<InstanceKey>> keys = Optional.of(List.of(key));
    return new InstanceKeys(() -> keys, () -> keys);
  }

  /** Admits who holds the stored key, or for a while the one before it. */
  public static InstanceKeys stored(
      SecretSource source, Duration grace, AuditLog audit, Clock clock) {
    SecretCache<List<InstanceKey>> cache =
        new SecretCache<>(source, new Keys(), CacheLimits.of(grace), audit, clock);
    return new InstanceKeys(cache::get, cache::renewed);
  }

  /** Who a bearer token proves the caller to be that has not the form of a JWT. */
  Authentication verify(String presented) {
    Optional<List<InstanceKey>> known = keys.get();
    if (known.isEmpty()) {
      return new Authentication.Refused(new Refusal.Unavailable());
    }
    return isOneOf(known, presented) || isOneOf(renewed.get(), presented)
        ? PROVEN
        : Authentication.refused(TokenFault.WRONG_INSTANCE_KEY);
  }

  private static final Authentication PROVEN =
      new Authentication.Proven(
          new Principal(new Proof.InstanceKey(), Identity.INSTANCE, Set.of(Scope.ADMIN)),
          Optional.empty());

  private static boolean isOneOf(Optional<List<InstanceKey>> keys, String presented) {
    return keys.stream().flatMap(List::stream).anyMatch(key -> key.is(presented));
  }

  private static final class Keys implements SecretReading<List<InstanceKey>> {
    @Override
    public String name() {
      return "instance_key";
    }

    @Override
    public List<InstanceKey> read(String current, List<String> previous)
        throws SecretSourceException {
      try {
        return Stream.concat(Stream.of(current), previous.stream()).map(InstanceKey::of).toList();
      } catch (IllegalArgumentException e) {
        throw new SecretSourceException(
            current.length() < InstanceKey.MIN_LENGTH ? Reason.TOO_SHORT : Reason.UNFIT, e);
      }
    }
  }
}
