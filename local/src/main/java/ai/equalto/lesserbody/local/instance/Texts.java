package ai.equalto.lesserbody.local.instance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what people write, and turns it into HTML in which nothing that they wrote is markup. */
final class Texts {
  private static final Pattern PARAGRAPHS = Pattern.compile("\n{2,}");

  private final Accounts accounts;
  private final Site site;

  Texts(Accounts accounts, Site site) {
    this.accounts = accounts;
    this.site = site;
  }

  /** The accounts here that a text mentions, each as often as it does. */
  List<Account> mentioned(String text) {
    return Tokens.PATTERN
        .matcher(text)
        .results()
        .flatMap(token -> account(token.group("user"), token.group("domain")).stream())
        .toList();
  }

  /** The hashtags in a text in lower case, each once. */
  static List<String> tags(String text) {
    Map<String, String> tags = new LinkedHashMap<>();
    Matcher token = Tokens.PATTERN.matcher(text);
    while (token.find()) {
      if (token.group("tag") != null) {
        String name = token.group("tag").toLowerCase(Locale.ROOT);
        tags.put(name, name);
      }
    }
    return List.copyOf(tags.values());
  }

  /**
   * A text as HTML: paragraphs, and anchors for URLs, hashtags and mentions.
   *
   * @param mentions the ids of the accounts that may become anchors
   */
  String html(String text, List<Long> mentions) {
    StringBuilder html = new StringBuilder();
    for (String paragraph : PARAGRAPHS.split(text.strip(), -1)) {
      if (!paragraph.isEmpty()) {
        html.append("<p>").append(line(paragraph, mentions)).append("</p>");
      }
    }
    return html.toString();
  }

  private String line(String paragraph, List<Long> mentions) {
    StringBuilder html = new StringBuilder();
    Matcher token = Tokens.PATTERN.matcher(paragraph);
    int end = 0;
    while (token.find()) {
      html.append(escape(paragraph.substring(end, token.start()))).append(anchor(token, mentions));
      end = token.end();
    }
    return html.append(escape(paragraph.substring(end))).toString().replace("\n", "<br />");
  }

  private String anchor(Matcher token, List<Long> mentions) {
    if (token.group("url") != null) {
      String url = escape(token.group());
      return "<a href=\"%s\" target=\"_blank\" rel=\"nofollow noopener noreferrer\">%s</a>"
          .formatted(url, url);
    }
    if (token.group("tag") != null) {
      return "<a href=\"%s\" class=\"mention hashtag\" rel=\"tag\">#<span>%s</span></a>"
          .formatted(
              escape(site.tag(token.group("tag").toLowerCase(Locale.ROOT))),
              escape(token.group("tag")));
    }
    return account(token.group("user"), token.group("domain"))
        .filter(account -> mentions.contains(account.id()))
        .map(this::mention)
        .orElseGet(() -> escape(token.group()));
  }

  private String mention(Account account) {
    return "<span class=\"h-card\"><a href=\"%s\" class=\"u-url mention\">@<span>%s</span></a></span>"
        .formatted(escape(site.profile(account)), escape(account.username()));
  }

  /** Both are null where the token is no mention, and the domain where it is one without. */
  private Optional<Account> account(String user, String domain) {
    boolean here = domain == null || domain.equals(site.domain());
    return user == null || !here ? Optional.empty() : accounts.named(user);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
