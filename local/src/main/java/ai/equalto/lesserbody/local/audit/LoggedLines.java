package ai.equalto.lesserbody.local.audit;

import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.JsonSyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds what the function logged in a line of an export. It stands there as it is, behind a prefix
 * (a time, a stream), or as a string of JSON, in whatever object a tool wraps it; then one line of
 * the export may hold many.
 */
final class LoggedLines {
  /** What each line that the function logs begins with. */
  private static final String BEGIN = "{\"time\":\"";

  private LoggedLines() {}

  /** The logged lines, byte for byte; none if the line has only other things in it. */
  static List<String> in(String line) {
    Optional<String> asItIs = from(line);
    return asItIs.isPresent() ? List.of(asItIs.get()) : inStrings(line);
  }

  private static Optional<String> from(String text) {
    int begin = text.indexOf(BEGIN);
    return begin < 0 ? Optional.empty() : Optional.of(text.substring(begin).stripTrailing());
  }

  private static List<String> inStrings(String line) {
    List<String> found = new ArrayList<>();
    int open = line.indexOf('"');
    while (open >= 0) {
      int close = closing(line, open);
      if (close < 0) {
        return found;
      }
      unquoted(line.substring(open, close + 1)).flatMap(LoggedLines::from).ifPresent(found::add);
      open = line.indexOf('"', close + 1);
    }
    return found;
  }

  /** Where the string ends that begins there; less than 0 if it does not. */
  private static int closing(String line, int open) {
    for (int i = open + 1; i < line.length(); i++) {
      switch (line.charAt(i)) {
        case '\\' -> i++;
        case '"' -> {
          return i;
        }
        default -> {}
      }
    }
    return -1;
  }

  private static Optional<String> unquoted(String string) {
    try {
      return Optional.ofNullable(Json.read(string.getBytes(StandardCharsets.UTF_8)).textValue());
    } catch (JsonSyntaxException e) {
      return Optional.empty();
    }
  }
}
