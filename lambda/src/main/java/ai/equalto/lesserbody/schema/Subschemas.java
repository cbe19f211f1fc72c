package ai.equalto.lesserbody.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where in a schema other schemas lie (JSON Schema 2020-12, Core, section 10). A keyword that is
 * not known may hold schemas as well, since a reference can lead into it, so it counts as if it
 * did.
 */
final class Subschemas {
  /** Their names are the author's, and no keywords. */
  private static final Set<String> BY_NAME =
      Set.of(
          "properties",
          "patternProperties",
          "dependentSchemas",
          "dependencies",
          "$defs",
          "definitions");

  /** They hold values, in which a keyword means nothing. */
  private static final Set<String> VALUES = Set.of("const", "enum", "default", "examples");

  private Subschemas() {}

  /** The schemas directly below one. */
  static List<JsonNode> below(JsonNode schema) {
    List<JsonNode> found = new ArrayList<>();
    for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
      found.addAll(below(keyword));
    }
    return found;
  }

  /** The schemas that a keyword of a schema holds. */
  static List<JsonNode> below(Map.Entry<String, JsonNode> keyword) {
    if (VALUES.contains(keyword.getKey())) {
      return List.of();
    }
    List<JsonNode> found = new ArrayList<>();
    if (BY_NAME.contains(keyword.getKey())) {
      for (JsonNode schema : keyword.getValue()) {
        flatten(schema, found);
      }
    } else {
      flatten(keyword.getValue(), found);
    }
    return found;
  }

  private static void flatten(JsonNode value, List<JsonNode> found) {
    if (value.isArray()) {
      for (JsonNode element : value) {
        flatten(element, found);
      }
    } else if (value.isObject()) {
      found.add(value);
    }
  }
}
