package ai.equalto.lesserbody.lesser;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * HTML that strangers wrote, as plain text: paragraphs and breaks are line breaks, a link keeps its
 * address, a mention or hashtag is its words alone. What is not for reading, such as a script, is
 * left out.
 */
final class HtmlText implements NodeFilter {
  /** How many characters of HTML are looked at; a post is far smaller. */
  static final int MAX_HTML = 100_000;

  private static final Set<String> UNREADABLE =
      Set.of(
          "audio",
          "embed",
          "head",
          "iframe",
          "math",
          "noembed",
          "noframes",
          "noscript",
          "object",
          "script",
          "select",
          "style",
          "svg",
          "template",
          "textarea",
          "title",
          "video",
          "xmp");
  private static final Set<String> PARAGRAPHS =
      Set.of("blockquote", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ol", "p", "pre", "ul");

  private final StringBuilder text = new StringBuilder();
  private final Deque<Integer> links = new ArrayDeque<>();

  private HtmlText() {}

  /** The words of an HTML fragment, at most this many characters. */
  static String of(String html, int most) {
    if (html.isEmpty()) {
      return "";
    }
    HtmlText reader = new HtmlText();
    Jsoup.parseBodyFragment(html.substring(0, Math.min(html.length(), MAX_HTML)))
        .body()
        .filter(reader);
    return PlainText.of(reader.text.toString(), most);
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode words) {
      // Only a break of the markup is one of the text; others are blanks.
      text.append(words.getWholeText().replaceAll("\\s+", " "));
    } else if (node instanceof Element element) {
      if (UNREADABLE.contains(element.normalName())) {
        return FilterResult.SKIP_ENTIRELY;
      }
      begin(element);
    }
    return FilterResult.CONTINUE;
  }

  private void begin(Element element) {
    switch (element.normalName()) {
      case "br" -> text.append('\n');
      case "li" -> text.append("\n- ");
      case "a" -> links.push(text.length());
      default -> breakAround(element);
    }
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element) {
      if (element.normalName().equals("a")) {
        endLink(element, links.pop());
      } else {
        breakAround(element);
      }
    }
    return FilterResult.CONTINUE;
  }

  private void breakAround(Element element) {
    if (PARAGRAPHS.contains(element.normalName())) {
      text.append("\n\n");
    }
  }

  /** The words of a link may name another address than the one it leads to, so both are shown. */
  private void endLink(Element link, int start) {
    String url = link.attr("href").strip();
    boolean isWeb = url.startsWith("https://") || url.startsWith("http://");
    if (!isWeb || link.hasClass("mention") || link.hasClass("hashtag")) {
      return;
    }
    String words = text.substring(start).strip();
    if (words.isEmpty()) {
      text.append(url);
    } else if (!words.equals(url)) {
      text.append(" (").append(url).append(')');
    }
  }
}
