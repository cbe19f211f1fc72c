package ai.equalto.lesserbody.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;

/** What a text has to be like to go into a log, whoever wrote it. */
final class LogText {
  /** The most code points of any text: more than any honest one has. */
  static final int MAX = 1024;

  private LogText() {}

  /** The beginning of a text, up to so many code points. */
  static String cut(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most));
  }

  /** Bounds every text of a line, and puts a question mark for each half of a character. */
  static void bound(ObjectNode line) {
    line.properties()
        .forEach(field -> {
          if (field.getValue().isTextual()) {
            field.setValue(TextNode.valueOf(whole(cut(field.getValue().textValue(), MAX))));
          }
        });
  }

  /** Half of a surrogate pair would be JSON that strict readers refuse, and so hide the line. */
  private static String whole(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
