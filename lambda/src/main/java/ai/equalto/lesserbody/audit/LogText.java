package ai.equalto.lesserbody.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;

/** What a text has to be like to go into a log, whoever wrote it. */
final class LogText {
  /** The most code points of any text: more than any honest one has. */
  static final int MAX = 1024;

  private LogText() {}

  /**
   * A time as {@link Instant#toString} writes it, without the formatter that this would get ready
   * for all calendars and languages.
   */
  static String of(Instant time) {
    LocalDateTime utc =
        LocalDateTime.ofEpochSecond(time.getEpochSecond(), time.getNano(), ZoneOffset.UTC);
    boolean wholeMinute = utc.getSecond() == 0 && utc.getNano() == 0;
    return utc + (wholeMinute ? ":00Z" : "Z");
  }

  /** The beginning of a text, up to so many code points. */
  static String cut(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most));
  }

  /** Bounds every text of a line, and puts a question mark for each half of a character. */
  static void bound(ObjectNode line) {
    for (Map.Entry<String, JsonNode> field : line.properties()) {
      if (field.getValue().isTextual()) {
        field.setValue(TextNode.valueOf(whole(cut(field.getValue().textValue(), MAX))));
      }
    }
  }

  /** Half of a surrogate pair would be JSON that strict readers refuse, and so hide the line. */
  private static String whole(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
      }
    }
    return text;
  }
}
