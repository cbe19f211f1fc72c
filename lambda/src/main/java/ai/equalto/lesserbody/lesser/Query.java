package ai.equalto.lesserbody.lesser;

import static java.util.stream.Collectors.joining;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The parameters of a call, by their names. */
record Query(Map<String, List<String>> parameters) {
  /** None. */
  static final Query NONE = new Query(Map.of());

  Query {
    parameters = Map.copyOf(parameters);
  }

  /** The same with this parameter, in place of any of its name. */
  Query with(String name, String value) {
    return with(name, List.of(value));
  }

  /** The same with this parameter, if it has a value. */
  Query with(String name, Optional<String> value) {
    return value.map(known -> with(name, known)).orElse(this);
  }

  /** The same with a parameter for each of these values; no values take it away. */
  Query with(String name, List<String> values) {
    Map<String, List<String>> more = new TreeMap<>(parameters);
    if (values.isEmpty()) {
      more.remove(name);
    } else {
      more.put(name, List.copyOf(values));
    }
    return new Query(more);
  }

  /** The same with these, in place of any of their names. */
  Query with(Query others) {
    Map<String, List<String>> more = new TreeMap<>(parameters);
    more.putAll(others.parameters());
    return new Query(more);
  }

  /** As part of a URL, in the order of the names: empty, or beginning with a question mark. */
  String text() {
    return new TreeMap<>(parameters)
        .entrySet().stream()
            .flatMap(named ->
                named.getValue().stream()
                    .map(value -> encoded(named.getKey()) + "=" + encoded(value)))
            .collect(joining("&", parameters.isEmpty() ? "" : "?", ""));
  }

  /** A value as part of a path, of which it can neither end a segment nor begin a query. */
  static String segment(String value) {
    return encoded(value).replace("+", "%20");
  }

  static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
