package ai.equalto.lesserbody.auth;

import ai.equalto.lesserbody.audit.AuditLog;
import ai.equalto.lesserbody.auth.SecretSourceException.Reason;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The secret of the Lesser instance where it is stored in versions: what was signed or sealed with
 * the one before verifies for a while after a rotation. Asks for nothing before it is needed.
 */
public final class RotatingSecrets implements Secrets {
  private final SecretCache<KeyRing> cache;

  /**
   * @param grace how long the version before counts after the current one was stored
   */
  public RotatingSecrets(SecretSource source, Duration grace, AuditLog audit, Clock clock) {
    this(source, CacheLimits.of(grace), audit, clock);
  }

  RotatingSecrets(SecretSource source, CacheLimits limits, AuditLog audit, Clock clock) {
    this.cache = new SecretCache<>(source, new Keys(), limits, audit, clock);
  }

  @Override
  public Optional<KeyRing> keys() {
    return cache.get();
  }

  @Override
  public Optional<KeyRing> renewed() {
    return cache.renewed();
  }

  private static final class Keys implements SecretReading<KeyRing> {
    @Override
    public String name() {
      return "lesser_jwt";
    }

    @Override
    public KeyRing read(String current, List<String> previous) throws SecretSourceException {
      List<SigningKey> before = new ArrayList<>();
      for (String secret : previous) {
        before.add(key(secret));
      }
      return new KeyRing(key(current), before);
    }

    private static SigningKey key(String secret) throws SecretSourceException {
      try {
        return SigningKey.of(secret);
      } catch (IllegalArgumentException e) {
        throw new SecretSourceException(Reason.TOO_SHORT, e);
      }
    }
  }
}
