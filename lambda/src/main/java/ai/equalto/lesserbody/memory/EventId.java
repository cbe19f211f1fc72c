package ai.equalto.lesserbody.memory;

import com.github.f4b6a3.ulid.Ulid;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The id of an event: a ULID, which sorts by its time, in milliseconds since 1970.
 *
 * @param text the canonical form, 26 upper-case characters of Crockford's Base32
 * @see <a href="https://github.com/ulid/spec">the ULID specification</a>
 */
public record EventId(String text) {
  /** Either case; I, L, O and U are no aliases, and the first digit keeps it within 128 bits. */
  static final String PATTERN = "^[0-7][0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{25}$";

  /** The last time that RFC 3339 can write; a ULID reaches some 900 years further. */
  static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

  private static final Pattern EITHER_CASE = Pattern.compile(PATTERN);
  private static final Pattern CANONICAL = Pattern.compile("[0-7][0-9A-HJKMNP-TV-Z]{25}");

  public EventId {
    if (!CANONICAL.matcher(text).matches()) {
      throw new IllegalArgumentException("not a ULID");
    }
  }

  /** The id that a text stands for, in upper or lower case. */
  public static Optional<EventId> parse(String text) {
    // In this order: some letters outside of ASCII have a capital within.
    return EITHER_CASE.matcher(text).matches()
        ? Optional.of(new EventId(text.toUpperCase(Locale.ROOT)))
        : Optional.empty();
  }

  /** The time within the id. */
  public Instant time() {
    return Instant.ofEpochMilli(Ulid.getTime(text));
  }

  /**
   * The least id of the millisecond that the time falls in, or of the nearest that an id can have.
   */
  static EventId first(Instant time) {
    return new EventId(Ulid.min(clamp(time).toEpochMilli()).toString());
  }

  /** The greatest id of the millisecond that the time falls in, or of the nearest. */
  static EventId last(Instant time) {
    return new EventId(Ulid.max(clamp(time).toEpochMilli()).toString());
  }

  /**
   * A new id.
   *
   * @throws IllegalArgumentException if the time is not {@linkplain #canHold possible}
   */
  static EventId generate(Instant time, RandomGenerator random) {
    if (!canHold(time)) {
      throw new IllegalArgumentException("no id can have the time " + time);
    }
    byte[] entropy = new byte[Ulid.RANDOM_BYTES];
    random.nextBytes(entropy);
    return new EventId(new Ulid(time.toEpochMilli(), entropy).toString());
  }

  /** Whether an event can have this time: from 1970 to {@link #LATEST}. */
  static boolean canHold(Instant time) {
    return !time.isBefore(Instant.EPOCH) && !time.isAfter(LATEST);
  }

  private static Instant clamp(Instant time) {
    return time.isBefore(Instant.EPOCH) ? Instant.EPOCH : time.isAfter(LATEST) ? LATEST : time;
  }
}
