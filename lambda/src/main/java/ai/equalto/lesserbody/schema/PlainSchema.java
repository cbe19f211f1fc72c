package ai.equalto.lesserbody.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/**
 * Tells of the plainest schemas at once that they are valid, for which the validator would first
 * have to be loaded: of those that use the most common keywords alone, refer to nothing and are of
 * one type each.
 */
final class PlainSchema {
  private static final Set<String> TYPES =
      Set.of("array", "boolean", "integer", "null", "number", "object", "string");

  private PlainSchema() {}

  /**
   * Whether it is surely a valid schema (JSON Schema 2020-12); where not, the metaschema knows. It
   * must be of bounded depth.
   */
  static boolean isOne(JsonNode schema) {
    if (!schema.isObject()) {
      return schema.isBoolean();
    }
    for (var keyword : schema.properties()) {
      if (!fits(keyword.getKey(), keyword.getValue())) {
        return false;
      }
    }
    return true;
  }

  private static boolean fits(String keyword, JsonNode value) {
    return switch (keyword) {
      case "type" -> value.isTextual() && TYPES.contains(value.textValue());
      case "title", "description", "format" -> value.isTextual();
      case "minimum", "maximum" -> value.isNumber();
      case "minLength", "maxLength", "minItems", "maxItems" ->
          value.isIntegralNumber() && value.bigIntegerValue().signum() >= 0;
      case "required" -> areNames(value);
      case "properties" -> areSchemas(value);
      case "items", "additionalProperties" -> isOne(value);
      case "enum", "examples" -> value.isArray();
      case "const", "default" -> true;
      default -> false;
    };
  }

  private static boolean areNames(JsonNode names) {
    Set<String> known = new HashSet<>();
    for (JsonNode name : names) {
      if (!name.isTextual() || !known.add(name.textValue())) {
        return false;
      }
    }
    return names.isArray();
  }

  private static boolean areSchemas(JsonNode byName) {
    for (JsonNode schema : byName) {
      if (!isOne(schema)) {
        return false;
      }
    }
    return byName.isObject();
  }
}
