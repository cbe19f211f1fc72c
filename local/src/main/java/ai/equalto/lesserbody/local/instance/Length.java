package ai.equalto.lesserbody.local.instance;

import java.util.regex.Pattern;

/** The length of a status as Mastodon counts it: in what a reader takes for a character. */
final class Length {
  /** How long a status may be, its spoiler included. */
  static final int LIMIT = 500;

  /** What a URL counts, however long it is. */
  static final int URL = 23;

  private static final Pattern CHARACTER = Pattern.compile("\\X");

  private Length() {}

  static long of(String text) {
    String shortened =
        Tokens.PATTERN
            .matcher(text)
            .replaceAll(token -> {
              if (token.group("url") != null) {
                return "x".repeat(URL);
              }
              // Where somebody lives does not count.
              return token.group("user") != null
                  ? "@" + token.group("user")
                  : "#" + token.group("tag");
            });
    return CHARACTER.matcher(shortened).results().count();
  }
}
