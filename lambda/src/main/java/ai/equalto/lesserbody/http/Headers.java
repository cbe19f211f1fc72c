package ai.equalto.lesserbody.http;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The header fields of a request. Names are compared without regard to case (RFC 9110 section 5.1),
 * values are kept as sent. Immutable.
 */
public final class Headers {
  private static final Headers NONE = new Headers(Map.of());

  private final Map<String, String> values;

  private Headers(Map<String, String> values) {
    this.values = values;
  }

  /** No header fields at all. */
  public static Headers none() {
    return NONE;
  }

  /** Fields by name, each with its values in the order sent. */
  public static Headers of(Map<String, List<String>> fields) {
    Map<String, String> joined = new HashMap<>();
    for (Map.Entry<String, List<String>> field : fields.entrySet()) {
      String name = field.getKey().toLowerCase(Locale.ROOT);
      for (String value : field.getValue()) {
        String before = joined.get(name);
        joined.put(name, before == null ? value : before + ", " + value);
      }
    }
    return new Headers(joined);
  }

  /**
   * The value of a field. A field sent more than once is one value, joined by a comma and a space
   * (RFC 9110 section 5.3), so a repeated field can never hide behind its first line.
   */
  public Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name.toLowerCase(Locale.ROOT)));
  }
}
