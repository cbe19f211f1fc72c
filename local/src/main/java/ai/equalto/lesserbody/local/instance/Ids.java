package ai.equalto.lesserbody.local.instance;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes ids as Mastodon does: milliseconds, then 16 bits to tell apart what shares one. */
final class Ids {
  private static final int SEQUENCE_BITS = 16;

  /** Short enough for a long; leading zeros would give an id two spellings. */
  private static final Pattern FORM = Pattern.compile("0|[1-9][0-9]{0,17}");

  private final Clock clock;
  private long last;

  /**
   * @param last the highest id that is taken
   */
  Ids(Clock clock, long last) {
    this.clock = clock;
    this.last = last;
  }

  /** A new id, higher than any before, even if the clock stands still or is set back. */
  long next() {
    last = Math.max(last + 1, clock.millis() << SEQUENCE_BITS);
    return last;
  }

  /** When an id was made. */
  static Instant time(long id) {
    return Instant.ofEpochMilli(id >> SEQUENCE_BITS);
  }

  /** The id that a caller wrote, if it can be one. */
  static Optional<Long> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(Long.parseLong(text)) : Optional.empty();
  }
}
