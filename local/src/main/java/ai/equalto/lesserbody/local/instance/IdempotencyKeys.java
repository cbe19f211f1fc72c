package ai.equalto.lesserbody.local.instance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The statuses that were published under a key, so that a repeated request publishes none. Of each
 * account, for an hour, and not beyond a restart.
 */
final class IdempotencyKeys {
  private static final Duration LIFETIME = Duration.ofHours(1);

  private record Key(long account, String text) {}

  private record Published(long status, Instant forgotten) {}

  private final Clock clock;
  private final Map<Key, Published> known = new HashMap<>();

  IdempotencyKeys(Clock clock) {
    this.clock = clock;
  }

  /** The id of the status that somebody published under a key. */
  Optional<Long> find(Account account, String key) {
    known.values().removeIf(published -> !published.forgotten().isAfter(clock.instant()));
    return Optional.ofNullable(known.get(new Key(account.id(), key))).map(Published::status);
  }

  void remember(Account account, String key, Status status) {
    known.put(
        new Key(account.id(), key), new Published(status.id(), clock.instant().plus(LIFETIME)));
  }
}
