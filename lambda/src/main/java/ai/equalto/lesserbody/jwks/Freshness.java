package ai.equalto.lesserbody.jwks;

import ai.equalto.lesserbody.http.Headers;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long keys count as fresh (RFC 9111 section 4.2), within bounds of our own. */
final class Freshness {
  /** However short-lived an issuer calls its keys: no caller can have them fetched more often. */
  static final Duration LEAST = Duration.ofSeconds(60);

  /** However long-lived: a key that is withdrawn is to be forgotten. */
  static final Duration MOST = Duration.ofHours(1);

  /** Where the issuer says nothing. */
  static final Duration UNSAID = Duration.ofMinutes(5);

  private static final Pattern MAX_AGE = Pattern.compile("(?<![\\w-])max-age=\"?([0-9]+)");
  private static final Pattern NEVER = Pattern.compile("(?<![\\w-])no-(store|cache)(?![\\w-])");

  /** More digits than these are more seconds than {@link #MOST}, or zeros that nobody writes. */
  private static final int DIGITS = 9;

  private Freshness() {}

  static Duration of(Headers headers) {
    String control = headers.value("Cache-Control").orElse("").toLowerCase(Locale.ROOT);
    if (NEVER.matcher(control).find()) {
      return LEAST;
    }
    Matcher age = MAX_AGE.matcher(control);
    if (!age.find()) {
      return UNSAID;
    }
    if (age.group(1).length() > DIGITS) {
      return MOST;
    }
    Duration said = Duration.ofSeconds(Long.parseLong(age.group(1)));
    Duration atLeast = said.compareTo(LEAST) < 0 ? LEAST : said;
    return atLeast.compareTo(MOST) > 0 ? MOST : atLeast;
  }
}
