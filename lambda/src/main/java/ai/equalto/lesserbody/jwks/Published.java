package ai.equalto.lesserbody.jwks;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What an issuer published, as it was last seen.
 *
 * @param uri where the keys lie
 * @param locatedAnew when that is to be asked again
 * @param tag the entity tag by which they are fetched only if they changed
 * @param freshUntil from when on they are to be fetched again
 * @param goodUntil from when on they count no more, even if they cannot be fetched
 */
record Published(
    KeySet keys,
    URI uri,
    Instant locatedAnew,
    Optional<String> tag,
    Instant freshUntil,
    Instant goodUntil) {
  /** How long keys count while their issuer is down. */
  static final Duration STALE = Duration.ofHours(24);

  /** The same keys, found unchanged. */
  Published revalidated(Instant located, Instant now, Duration fresh) {
    return new Published(keys, uri, located, tag, now.plus(fresh), now.plus(STALE));
  }

  /** The same keys, which may lie elsewhere by now. */
  Published lost(Instant now) {
    return new Published(keys, uri, now, tag, freshUntil, goodUntil);
  }
}
