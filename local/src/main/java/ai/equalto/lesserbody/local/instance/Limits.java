package ai.equalto.lesserbody.local.instance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** How many requests somebody may make in five minutes. */
final class Limits {
  private static final Duration WINDOW = Duration.ofMinutes(5);

  /** What is left to somebody after a request. */
  record Left(int limit, int remaining, Instant reset, boolean exceeded) {
    /** As the API says it in each answer. */
    Map<String, String> headers() {
      return Map.of(
          "X-RateLimit-Limit", Integer.toString(limit),
          "X-RateLimit-Remaining", Integer.toString(remaining),
          "X-RateLimit-Reset", StatusView.time(reset));
    }
  }

  private final int limit;
  private final Clock clock;
  private final Map<String, Integer> made = new HashMap<>();
  private Instant reset = Instant.EPOCH;

  Limits(int limit, Clock clock) {
    this.limit = limit;
    this.clock = clock;
  }

  /** Counts a request. */
  Left count(String who) {
    Instant now = clock.instant();
    if (!now.isBefore(reset)) {
      made.clear();
      long windows = now.getEpochSecond() / WINDOW.toSeconds();
      reset = Instant.ofEpochSecond((windows + 1) * WINDOW.toSeconds());
    }
    int count = made.merge(who, 1, Integer::sum);
    return new Left(limit, Math.max(0, limit - count), reset, count > limit);
  }
}
