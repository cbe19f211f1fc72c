package ai.equalto.lesserbody;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of wire exchanges: a title with the settings of the server below it, then requests with
 * the answers that they must get, parted by lines of three hyphens.
 *
 * <pre>
 * # What this shows.
 * MCP_PACKS: echo
 *
 * POST /mcp
 * as: alice read,write
 * Mcp-Method: tools/list
 *
 * {"jsonrpc": "2.0", ...}
 *
 * =&gt; 200
 * Content-Type: application/json
 *
 * {"jsonrpc": "2.0", ...}
 * </pre>
 *
 * <p>{@code as} adds a token. A POST has the usual Content-Type and Accept unless it names its own;
 * an empty value leaves a field out. {@code ${name}} in an expected field, or as a text in an
 * expected body, remembers its value for later requests. An expected field of {@code -} must be
 * absent. Without an expected body there must be none. An event stream is compared to the letter.
 * {@code @version@} stands for the version of this software.
 */
record ExchangeFile(String title, Map<String, String> settings, List<Exchange> exchanges) {
  private static final Pattern REQUEST_LINE = Pattern.compile("([A-Z]+) (\\S+)");

  record Exchange(Sent sent, Expected expected) {}

  record Sent(String method, String path, Map<String, String> headers, String body) {}

  record Expected(int status, Map<String, String> headers, String body) {}

  static ExchangeFile read(Path file) {
    try {
      String text = Files.readString(file).replace("@version@", Version.read());
      String[] parts = halves(text);
      List<Exchange> exchanges = new ArrayList<>();
      for (String part : parts[1].split("\n---\n", -1)) {
        exchanges.add(exchange(part.strip()));
      }
      return new ExchangeFile(firstLine(parts[0]).substring(2), fields(parts[0]), exchanges);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Exchange exchange(String text) {
    String[] sides = text.split("\n=> ", 2);
    String[] sent = halves(sides[0]);
    String[] expected = halves(sides[1]);
    Matcher line = REQUEST_LINE.matcher(firstLine(sent[0]));
    if (!line.matches()) {
      throw new IllegalArgumentException("not a request line: " + firstLine(sent[0]));
    }
    String method = line.group(1);
    Map<String, String> headers = new LinkedHashMap<>();
    if (method.equals("POST")) {
      headers.put("Content-Type", "application/json");
      headers.put("Accept", "application/json, text/event-stream");
    }
    headers.putAll(fields(sent[0]));
    headers.values().removeIf(String::isEmpty);
    return new Exchange(
        new Sent(method, line.group(2), headers, sent[1]),
        new Expected(Integer.parseInt(firstLine(expected[0])), fields(expected[0]), expected[1]));
  }

  /** The lines before the first blank one, and the text after it. */
  private static String[] halves(String side) {
    String[] halves = side.split("\n\n", 2);
    return new String[] {halves[0], halves.length == 2 ? halves[1].strip() : ""};
  }

  private static String firstLine(String head) {
    return head.lines().findFirst().orElseThrow().strip();
  }

  private static Map<String, String> fields(String head) {
    Map<String, String> fields = new LinkedHashMap<>();
    head.lines()
        .skip(1)
        .forEach(line -> {
          String[] field = line.split(":", 2);
          fields.put(field[0].strip(), field[1].strip());
        });
    return fields;
  }
}
