package ai.equalto.lesserbody.local.instance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parameters of a request, wherever they stood: in the query, in a form or in a JSON object. As
 * in Rails, brackets behind a name say that it may come more than once, and mean nothing else.
 */
final class Params {
  private static final Set<String> FALSE =
      Set.of("", "0", "f", "F", "false", "FALSE", "off", "OFF");

  private final Map<String, List<String>> values = new LinkedHashMap<>();

  void add(String name, String value) {
    String bare = name.endsWith("[]") ? name.substring(0, name.length() - 2) : name;
    values.computeIfAbsent(bare, ignored -> new ArrayList<>()).add(value);
  }

  /** The value of a name, the last one where there are more. */
  Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name)).map(List::getLast);
  }

  /** All values of a name. */
  List<String> all(String name) {
    return List.copyOf(values.getOrDefault(name, List.of()));
  }

  /** Whether a value is there and does not say no. */
  boolean flag(String name) {
    return text(name).filter(value -> !FALSE.contains(value)).isPresent();
  }

  /** An id; what cannot be one counts as not sent. */
  Optional<Long> id(String name) {
    return text(name).flatMap(Ids::parse);
  }

  /** Whether there is anything of that name, or of a member of it, that is not blank. */
  boolean has(String name) {
    return values.entrySet().stream()
        .filter(entry -> entry.getKey().equals(name) || entry.getKey().startsWith(name + "["))
        .flatMap(entry -> entry.getValue().stream())
        .anyMatch(value -> !value.isBlank());
  }

  /** How many results are wanted: the number sent, if it is one, but never more than the most. */
  int limit(int usual, int most) {
    return text("limit")
        .filter(text -> text.matches("[0-9]{1,9}"))
        .map(Integer::parseInt)
        .filter(number -> number > 0)
        .map(number -> Math.min(number, most))
        .orElse(usual);
  }
}
