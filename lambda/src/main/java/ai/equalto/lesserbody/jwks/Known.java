package ai.equalto.lesserbody.jwks;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is remembered of an issuer: what it published, and when it may be asked again. Immutable.
 *
 * @param published what it published when it last answered
 * @param nextFetch until when it is left alone, as it did not answer a moment ago
 * @param nextSearch until when it is not asked for keys that it did not have a moment ago
 */
record Known(Optional<Published> published, Instant nextFetch, Instant nextSearch) {
  static final Known NOTHING = new Known(Optional.empty(), Instant.MIN, Instant.MIN);

  /** How long an issuer without which nobody is let in is left alone after it failed. */
  static final Duration RETRY = Duration.ofSeconds(10);

  /** How long an issuer is where its keys are at hand, or a key is sought that it lacks. */
  static final Duration PAUSE = Duration.ofMinutes(1);

  /** What counts still. */
  private Optional<Published> good(Instant now) {
    return published.filter(known -> now.isBefore(known.goodUntil()));
  }

  /** Whether a key of this id is at hand, fresh or not. */
  boolean holds(String id, Instant now) {
    return find(id, now).isPresent();
  }

  private Optional<PublishedKey> find(String id, Instant now) {
    return good(now).flatMap(known -> known.keys().find(id));
  }

  /** Whether the issuer is to be asked, on account of a key of this id. */
  boolean isDue(String id, Instant now) {
    boolean fresh = good(now).filter(known -> now.isBefore(known.freshUntil())).isPresent();
    return fresh
        ? !holds(id, now) && !now.isBefore(nextSearch) && !now.isBefore(nextFetch)
        : !now.isBefore(nextFetch);
  }

  KeyAnswer answer(String id, String algorithm, Instant now) {
    if (good(now).isEmpty()) {
      return new KeyAnswer.Unavailable();
    }
    return find(id, now)
        .filter(key -> key.algorithm().equals(algorithm))
        .<KeyAnswer>map(key -> new KeyAnswer.Found(key.key()))
        .orElseGet(KeyAnswer.Unknown::new);
  }

  /** After the issuer answered, on account of a key of this id. */
  Known fetched(Published found, String id, Instant now) {
    Instant search = found.keys().find(id).isPresent() ? nextSearch : now.plus(PAUSE);
    return new Known(Optional.of(found), Instant.MIN, search);
  }

  /** After it did not. */
  Known failed(Instant now) {
    Duration pause = good(now).isPresent() ? PAUSE : RETRY;
    return new Known(good(now).map(known -> known.lost(now)), now.plus(pause), nextSearch);
  }
}
