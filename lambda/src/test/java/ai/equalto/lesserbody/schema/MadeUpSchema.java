package ai.equalto.lesserbody.schema;

import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.testkit.MadeUp;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** JSON that looks like a schema: many of its keywords have a value that they may have. */
final class MadeUpSchema {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static final List<String> KEYWORDS =
      List.of(
          "type",
          "title",
          "description",
          "format",
          "minimum",
          "maximum",
          "minLength",
          "maxLength",
          "minItems",
          "maxItems",
          "required",
          "properties",
          "items",
          "additionalProperties",
          "enum",
          "examples",
          "const",
          "default",
          "pattern",
          "anyOf",
          "$ref",
          "uniqueItems",
          "x-any",
          "Type");

  private static final List<String> TEXTS =
      List.of(
          "array", "boolean", "integer", "null", "number", "object", "string", "String", "", "a");

  private final MadeUp made;

  private MadeUpSchema(MadeUp made) {
    this.made = made;
  }

  static JsonNode of(MadeUp made) {
    return new MadeUpSchema(made).schema(3);
  }

  private JsonNode schema(int levels) {
    if (made.number(1, 8) == 1) {
      return value(levels);
    }
    ObjectNode schema = Json.object();
    for (int keywords = made.number(0, 3); keywords > 0; keywords--) {
      String keyword = made.oneOf(KEYWORDS);
      schema.set(keyword, made.number(1, 10) == 1 ? value(levels) : usual(keyword, levels - 1));
    }
    return schema;
  }

  /** A value of the kind that the keyword mostly has. */
  private JsonNode usual(String keyword, int levels) {
    return switch (keyword) {
      case "type", "title", "description", "format", "pattern", "$ref" -> text();
      case "minimum", "maximum" -> number();
      case "minLength", "maxLength", "minItems", "maxItems" -> NODES.numberNode(made.number(-1, 9));
      case "required", "enum", "examples" -> texts();
      case "properties" -> properties(levels);
      case "items", "additionalProperties" -> levels > 0 ? schema(levels) : NODES.booleanNode(true);
      case "anyOf" -> Json.array().add(levels > 0 ? schema(levels) : NODES.booleanNode(true));
      default -> value(levels);
    };
  }

  private JsonNode value(int levels) {
    return switch (made.number(1, 7)) {
      case 1 -> text();
      case 2 -> number();
      case 3 -> NODES.booleanNode(made.flag());
      case 4 -> NODES.nullNode();
      case 5 -> texts();
      case 6 -> levels > 0 ? properties(levels - 1) : Json.object();
      default -> Json.array().add(number());
    };
  }

  private JsonNode text() {
    return NODES.textNode(made.oneOf(TEXTS));
  }

  private JsonNode number() {
    return made.flag() ? NODES.numberNode(made.real()) : NODES.numberNode(made.number(-2, 9));
  }

  private ArrayNode texts() {
    ArrayNode texts = Json.array();
    for (int count = made.number(0, 3); count > 0; count--) {
      texts.add(text());
    }
    return texts;
  }

  private ObjectNode properties(int levels) {
    ObjectNode properties = Json.object();
    for (int count = made.number(0, 2); count > 0; count--) {
      properties.set(
          made.oneOf(TEXTS), levels > 0 ? schema(levels) : NODES.booleanNode(made.flag()));
    }
    return properties;
  }
}
