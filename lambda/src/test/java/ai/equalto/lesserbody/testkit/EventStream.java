package ai.equalto.lesserbody.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/** The body of a {@code text/event-stream} (HTML Standard, "Server-sent events"). */
public final class EventStream {
  private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");

  private EventStream() {}

  /** The data of each event that has any; comments and other fields carry no message. */
  public static List<String> messages(String body) {
    List<String> messages = new ArrayList<>();
    StringJoiner data = new StringJoiner("\n");
    String[] lines = LINE_END.split(body, -1);
    for (String line : Arrays.copyOf(lines, lines.length - 1)) {
      if (line.isEmpty()) {
        if (data.length() > 0) {
          messages.add(data.toString());
        }
        data = new StringJoiner("\n");
      } else if (line.startsWith("data:")) {
        data.add(line.substring(line.startsWith("data: ") ? 6 : 5));
      }
    }
    // A client drops an event without an empty line behind it, and so would wait for its answer.
    if (data.length() > 0 || !lines[lines.length - 1].isEmpty()) {
      throw new AssertionError("the last event of the stream is not complete");
    }
    return messages;
  }
}
