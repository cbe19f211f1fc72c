package ai.equalto.lesserbody.auth;

import java.time.Duration;

/**
 * How long is waited for a secret, and how long it is good.
 *
 * @param grace how long the version before counts after the current one was stored
 * @param fresh how old it may be before it is asked for anew
 * @param usable how old it may be at all
 * @param pause the time between two questions for a secret that is at hand
 * @param pauseWithoutAny the same for one that is not
 * @param patience how long a request waits for a fresher one than that at hand
 * @param patienceWithoutAny the same where none is
 * @param longestFlight after this, a question is given up
 */
record CacheLimits(
    Duration grace,
    Duration fresh,
    Duration usable,
    Duration pause,
    Duration pauseWithoutAny,
    Duration patience,
    Duration patienceWithoutAny,
    Duration longestFlight) {
  /** Those that hold in operation. */
  static CacheLimits of(Duration grace) {
    return new CacheLimits(
        grace,
        Duration.ofMinutes(5),
        Duration.ofHours(1),
        Duration.ofSeconds(30),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(9),
        Duration.ofSeconds(15));
  }

  /** The same, but a request that has a secret at hand waits only so long for another. */
  CacheLimits withPatience(Duration other) {
    return new CacheLimits(
        grace, fresh, usable, pause, pauseWithoutAny, other, patienceWithoutAny, longestFlight);
  }
}
