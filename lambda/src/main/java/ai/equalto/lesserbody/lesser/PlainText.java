package ai.equalto.lesserbody.lesser;

import java.util.regex.Pattern;

/** Text of strangers, fit to be shown: without control characters, tidied and of bounded length. */
final class PlainText {
  /** Controls, and what reverses the direction of the text after it; line feed is none of them. */
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}&&[^\\n]]|[\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]");

  private static final Pattern BLANKS = Pattern.compile("[ \\t\\u00A0]{2,}");
  private static final Pattern AROUND_BREAK = Pattern.compile("[ \\t\\u00A0]?\\n[ \\t\\u00A0]?");
  private static final Pattern BREAKS = Pattern.compile("\\n{3,}");

  private PlainText() {}

  /** A text of several lines, at most this many characters. */
  static String of(String text, int most) {
    String seen = UNSEEN.matcher(text).replaceAll(" ");
    String blanks = BLANKS.matcher(seen).replaceAll(" ");
    String lines = AROUND_BREAK.matcher(blanks).replaceAll("\n");
    return cut(BREAKS.matcher(lines).replaceAll("\n\n").strip(), most);
  }

  /** A text of one line, at most this many characters. */
  static String line(String text, int most) {
    return of(text.replace('\n', ' '), most);
  }

  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = most - 1;
    // Half of a surrogate pair is no character.
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }
}
