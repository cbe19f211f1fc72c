package ai.equalto.lesserbody.tool;

import ai.equalto.lesserbody.jsonrpc.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * Arguments as a person is shown them who is to confirm a call. Whoever chose them may want to hide
 * one: so each is there, if only by its beginning and its length, and what a screen does not show
 * or shows elsewhere is spelled out.
 */
final class Shown {
  private static final int MAX_VALUE = 300;
  private static final int MAX_FIELDS = 30;
  private static final int MAX_NAME = 64;

  private Shown() {}

  /** One line for each argument; empty if there are more than a person will read. */
  static Optional<String> of(ObjectNode arguments) {
    if (arguments.size() > MAX_FIELDS) {
      return Optional.empty();
    }
    StringJoiner lines = new StringJoiner("\n");
    for (var field : arguments.properties()) {
      if (field.getKey().length() > MAX_NAME) {
        return Optional.empty();
      }
      lines.add(visible(field.getKey()) + ": " + cut(Json.write(field.getValue())));
    }
    return Optional.of(lines.toString());
  }

  private static String cut(String value) {
    if (value.codePointCount(0, value.length()) <= MAX_VALUE) {
      return visible(value);
    }
    String beginning = value.substring(0, value.offsetByCodePoints(0, MAX_VALUE));
    return visible(beginning) + "… (" + value.length() + " characters in all)";
  }

  private static String visible(String text) {
    StringBuilder visible = new StringBuilder();
    text.codePoints()
        .forEach(c -> {
          if (isInvisible(c)) {
            visible.append("\\u{").append(Integer.toHexString(c)).append('}');
          } else {
            visible.appendCodePoint(c);
          }
        });
    return visible.toString();
  }

  private static boolean isInvisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }
}
