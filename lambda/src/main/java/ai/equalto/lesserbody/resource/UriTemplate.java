package ai.equalto.lesserbody.resource;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A family of URIs, such as {@code agent://memory/{date}}: a template of level 1 (RFC 6570 section
 * 1.2) of which every URI tells the values that it was made of. Immutable.
 */
public final class UriTemplate {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]++(\\.[A-Za-z0-9_]++)*+");

  /** RFC 6570 section 2.1, of which only ASCII, as in a URI. */
  private static final Pattern LITERAL =
      Pattern.compile("([A-Za-z0-9._~:/?#@!$&()*+,;=\\[\\]-]++|%[0-9A-Fa-f]{2})*+");

  private final String template;
  private final List<String> variables;

  /** What stands around the variables, so one more than there are of those. */
  private final List<String> literals;

  private UriTemplate(String template, List<String> variables, List<String> literals) {
    this.template = template;
    this.variables = List.copyOf(variables);
    this.literals = List.copyOf(literals);
  }

  /**
   * Reads a template.
   *
   * @throws IllegalArgumentException if it has no variable, or the same one twice; if braces are
   *     unbalanced or hold anything but a name, such as an operator; if it holds a character that a
   *     URI does not; or if what parts two variables has no character that a value never holds,
   *     such as a slash, so that nobody could tell where the one ends and the other starts
   */
  public static UriTemplate parse(String template) {
    List<String> variables = new ArrayList<>();
    List<String> literals = new ArrayList<>();
    int start = 0;
    for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', start)) {
      int close = template.indexOf('}', open);
      if (close < 0) {
        throw refused(template, "a brace is not closed");
      }
      literals.add(template.substring(start, open));
      variables.add(template.substring(open + 1, close));
      start = close + 1;
    }
    literals.add(template.substring(start));
    UriTemplate parsed = new UriTemplate(template, variables, literals);
    parsed.check();
    return parsed;
  }

  private void check() {
    if (variables.isEmpty()) {
      throw refused(template, "it has no variable");
    }
    if (new HashSet<>(variables).size() < variables.size()) {
      throw refused(template, "it has a variable twice");
    }
    for (String variable : variables) {
      if (!NAME.matcher(variable).matches()) {
        throw refused(template, "{" + variable + "} is no name of a variable");
      }
    }
    for (String literal : literals) {
      if (!LITERAL.matcher(literal).matches()) {
        throw refused(template, "it has a character that no URI has");
      }
    }
    for (String between : literals.subList(1, literals.size() - 1)) {
      if (endOfValue(between, 0) == between.length()) {
        throw refused(template, "two variables need more to part them, such as a slash");
      }
    }
  }

  private static IllegalArgumentException refused(String template, String reason) {
    return new IllegalArgumentException("no URI template: " + template + ": " + reason);
  }

  /** The names of the variables, in the order of the template. */
  public List<String> variables() {
    return variables;
  }

  /**
   * The URI of these values, with everything but unreserved characters encoded (RFC 6570 section
   * 3.2.2).
   *
   * @throws IllegalArgumentException if the values are not those of the variables, or one is empty,
   *     {@code .} or {@code ..}, or holds a slash, a backslash, a control character or half of a
   *     surrogate pair
   */
  public String expand(Map<String, String> values) {
    if (!values.keySet().equals(new HashSet<>(variables))) {
      throw new IllegalArgumentException("the values of " + template + " are " + variables);
    }
    StringBuilder uri = new StringBuilder(literals.getFirst());
    for (int i = 0; i < variables.size(); i++) {
      String value = values.get(variables.get(i));
      if (value.isEmpty() || !PercentEncoding.isSegment(value)) {
        throw new IllegalArgumentException(
            "the value of " + variables.get(i) + " is empty or no segment of a path");
      }
      uri.append(PercentEncoding.encode(value)).append(literals.get(i + 1));
    }
    return uri.toString();
  }

  /**
   * The values that a URI was made of, which {@link #expand} makes it of again, but for characters
   * that were encoded without need. A value is one or more characters, none of them reserved unless
   * encoded, and names one segment of a path: it is neither {@code .} nor {@code ..}, and holds no
   * slash, backslash or control character, encoded or not. Takes time in proportion to the length
   * of the URI.
   *
   * @return empty if the URI as a whole is not of this template, or a value is not encoded UTF-8
   */
  public Optional<Map<String, String>> match(String uri) {
    return match((CharSequence) uri);
  }

  /** Goes forward only: where a value ends is told by the first character that no value holds. */
  Optional<Map<String, String>> match(CharSequence uri) {
    Map<String, String> values = new LinkedHashMap<>();
    if (!holds(uri, 0, literals.getFirst())) {
      return Optional.empty();
    }
    int start = literals.getFirst().length();
    for (int i = 0; i < variables.size(); i++) {
      String literal = literals.get(i + 1);
      boolean isLast = i + 1 == variables.size();
      int end =
          isLast
              ? uri.length() - literal.length()
              : endOfValue(uri, start) - endOfValue(literal, 0);
      if (end <= start || !holds(uri, end, literal)) {
        return Optional.empty();
      }
      Optional<String> value = PercentEncoding.decode(uri, start, end);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      values.put(variables.get(i), value.get());
      start = end + literal.length();
    }
    return Optional.of(Collections.unmodifiableMap(values));
  }

  /**
   * Whether the two differ in the names of their variables alone, so that no URI tells them apart.
   */
  boolean hasFormOf(UriTemplate other) {
    return literals.equals(other.literals);
  }

  private static int endOfValue(CharSequence text, int start) {
    int end = start;
    while (end < text.length() && PercentEncoding.mayHold(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean holds(CharSequence uri, int start, String literal) {
    if (uri.length() - start < literal.length()) {
      return false;
    }
    for (int i = 0; i < literal.length(); i++) {
      if (uri.charAt(start + i) != literal.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The template as it was written. */
  @Override
  public String toString() {
    return template;
  }
}
