package ai.equalto.lesserbody.lesser;

import ai.equalto.lesserbody.http.Headers;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** How long the instance wants to be left alone (RFC 9110 section 10.2.3). */
final class RetryWait {
  private static final long SECONDS_OF_A_DAY = Duration.ofDays(1).toSeconds();

  private RetryWait() {}

  /** The advice to wait, with the time that the instance names. */
  static String of(Headers headers, Instant now) {
    Optional<Long> seconds =
        headers
            .value("Retry-After")
            .flatMap(value -> after(value, now))
            .or(() -> headers.value("X-RateLimit-Reset").flatMap(value -> reset(value, now)));
    return seconds
        .map(wait -> Math.clamp(wait, 1, SECONDS_OF_A_DAY))
        .map(wait -> "Try again in " + wait + (wait == 1 ? " second." : " seconds."))
        .orElse("Try again in a few minutes.");
  }

  private static Optional<Long> after(String value, Instant now) {
    if (isNumber(value)) {
      return Optional.of(Long.parseLong(value));
    }
    try {
      Instant time = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(until(time, now));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Mastodon gives a time in ISO 8601, others seconds since 1970. */
  private static Optional<Long> reset(String value, Instant now) {
    if (isNumber(value)) {
      return Optional.of(until(Instant.ofEpochSecond(Long.parseLong(value)), now));
    }
    try {
      return Optional.of(until(OffsetDateTime.parse(value).toInstant(), now));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static boolean isNumber(String value) {
    return value.matches("[0-9]{1,10}");
  }

  /** Up to the next whole second, so that it is not too soon. */
  private static long until(Instant time, Instant now) {
    return Duration.between(now, time).plusMillis(999).toSeconds();
  }
}
