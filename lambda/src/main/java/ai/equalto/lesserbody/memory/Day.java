package ai.equalto.lesserbody.memory;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/** A day of UTC, which is written {@code 2026-07-28}. */
record Day(LocalDate date) {
  /** Narrower than ISO 8601, which also has years with a sign and of more digits. */
  private static final Pattern WRITTEN = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  Day {
    requireNonNull(date, "date");
  }

  /** The day that a text stands for; empty if the calendar has no such day. */
  static Optional<Day> parse(String text) {
    try {
      return WRITTEN.matcher(text).matches()
          ? Optional.of(new Day(LocalDate.parse(text)))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The day that a time falls in. */
  static Day of(Instant time) {
    return new Day(LocalDate.ofInstant(time, ZoneOffset.UTC));
  }

  /** Its first millisecond. */
  Instant start() {
    return date.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** Its last millisecond: no event has a finer time. */
  Instant end() {
    return date.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusMillis(1);
  }

  @Override
  public String toString() {
    return date.toString();
  }
}
