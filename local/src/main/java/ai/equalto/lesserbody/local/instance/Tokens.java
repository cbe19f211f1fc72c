package ai.equalto.lesserbody.local.instance;

import java.util.regex.Pattern;

/** What in a text is more than text: URLs, mentions and hashtags. */
final class Tokens {
  /** The groups {@code url}, {@code user} with {@code domain}, and {@code tag}. */
  static final Pattern PATTERN =
      Pattern.compile(
          """
          (?<url>https?://[^\\s<>"]+(?<![.,;:!?'")\\]]))
          |(?<![\\w/@])@(?<user>\\w+(?:[\\w.-]*\\w)?)
            (?:@(?<domain>[\\p{L}\\p{N}.-]*[\\p{L}\\p{N}](?::\\d+)?))?
          |(?<![\\w/&\\#])\\#(?<tag>[\\p{L}\\p{N}_]*[\\p{L}_][\\p{L}\\p{N}_]*)
          """,
          Pattern.COMMENTS);

  private Tokens() {}
}
