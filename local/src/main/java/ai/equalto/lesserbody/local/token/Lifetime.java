package ai.equalto.lesserbody.local.token;

import ai.equalto.lesserbody.auth.LesserTokens;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a token is good for: from a second to the 24 hours after which the server refuses any
 * token, whatever it says.
 */
public record Lifetime(Duration duration) {
  /** As long as the server accepts any token. */
  public static final Lifetime LONGEST = new Lifetime(LesserTokens.MAX_AGE);

  private static final Pattern FORM = Pattern.compile("(\\d{1,6})([smh])");

  /**
   * A lifetime within bounds.
   *
   * @throws IllegalArgumentException if it is shorter than a second or longer than a day
   */
  public Lifetime {
    if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException("a token lives at least 1 second (1s)");
    }
    if (duration.compareTo(LesserTokens.MAX_AGE) > 0) {
      throw new IllegalArgumentException("a token lives at most 24 hours (24h)");
    }
  }

  /**
   * Reads a number of seconds, minutes or hours: {@code 30s}, {@code 15m}, {@code 2h}.
   *
   * @throws IllegalArgumentException if it is of another form, or out of range
   */
  public static Lifetime parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException("wants a number of s, m or h, such as 30s, 15m or 2h");
    }
    long count = Long.parseLong(form.group(1));
    return new Lifetime(
        switch (form.group(2)) {
          case "s" -> Duration.ofSeconds(count);
          case "m" -> Duration.ofMinutes(count);
          default -> Duration.ofHours(count);
        });
  }
}
