package ai.equalto.lesserbody.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many requests are let through in any span of time of a length. Time is cut into slots of a
 * {@value #SLOTS}th of that.
 *
 * @param limit 1 to {@value #MAX_LIMIT}
 * @param window a second to a day
 */
public record Quota(int limit, Duration window) {
  /** How finely time is cut: what was let through counts for this much longer than the window. */
  public static final int SLOTS = 20;

  /** The most that can be let through in a window. */
  public static final int MAX_LIMIT = 100_000;

  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofDays(1);
  private static final String FORM = "([0-9]{1,6})/([0-9]{1,5})([smh])";

  /**
   * @throws IllegalArgumentException if one of them is out of range
   */
  public Quota {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("a limit is 1 to " + MAX_LIMIT);
    }
    if (window.compareTo(SHORTEST) < 0 || window.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("a window is 1s to 24h");
    }
  }

  /**
   * Reads a limit and a window, such as {@code 600/1m}.
   *
   * @throws IllegalArgumentException if it is of another form or out of range
   */
  public static Quota parse(String text) {
    Matcher form = Pattern.compile(FORM).matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException("no number and time");
    }
    long count = Long.parseLong(form.group(2));
    Duration window =
        switch (form.group(3)) {
          case "s" -> Duration.ofSeconds(count);
          case "m" -> Duration.ofMinutes(count);
          default -> Duration.ofHours(count);
        };
    return new Quota(Integer.parseInt(form.group(1)), window);
  }

  /** The number of the slot that a time lies in. */
  long slotAt(Instant time) {
    return Math.floorDiv(time.toEpochMilli(), slotMillis());
  }

  /** When what was let through in a slot counts no longer. */
  Instant forgets(long slot) {
    return Instant.ofEpochMilli((slot + SLOTS + 1) * slotMillis());
  }

  private long slotMillis() {
    return window.toMillis() / SLOTS;
  }
}
