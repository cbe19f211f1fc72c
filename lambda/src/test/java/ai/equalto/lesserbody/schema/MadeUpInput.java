package ai.equalto.lesserbody.schema;

import ai.equalto.lesserbody.testkit.MadeUp;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** JSON after the schema of a record: it fits, breaks any of the rules, or lies around a limit. */
final class MadeUpInput {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static final List<String> TIMESTAMPS =
      List.of(
          "2026-03-01T12:00:00Z",
          "2026-03-01T12:00:00.123456789+05:30",
          "2026-03-01t12:00:00z",
          "2024-02-29T00:00:00-00:00",
          "0000-01-01T00:00:00Z",
          "2026-02-30T00:00:00Z",
          "2023-02-29T00:00:00Z",
          "2026-03-01 12:00:00Z",
          "2026-03-01T24:00:00Z",
          "2026-03-01T12:00Z",
          "2026-03-01T12:00:00",
          "2026-03-01T12:00:00.1234567890Z",
          "2026-03-01T12:00:00.Z",
          "2026-03-01T12:00:00+24:00",
          "2026-03-01T12:00:00+05:30:10",
          "2026-03-01T12:00:00+0530",
          "2016-12-31T23:59:60Z",
          "2015-07-01T01:59:60+02:00",
          "2026-03-01T12:00:60Z",
          "+12026-03-01T12:00:00Z",
          "-2026-03-01T12:00:00Z",
          "2026-03-01T12:00:00Z\n",
          " 2026-03-01T12:00:00Z",
          "٢٠٢٦-03-01T12:00:00Z",
          "2026-W09-7T12:00:00Z",
          "2026-03-01",
          "2026",
          "now",
          "");

  /** Every pattern that there is matches some of these. */
  private static final List<String> PATTERNED =
      List.of(
          "7",
          "40",
          "41",
          "abc",
          "ABC-def_1.2:3",
          "true",
          "a/b",
          "a b",
          "é",
          "https://a.example/b.png",
          "https://ä.example",
          "01ARZ3NDEKTSV4RRFFQ69G5FAV",
          "81ARZ3NDEKTSV4RRFFQ69G5FAV");

  private final MadeUp made;

  /** One choice in so many is a broken one. */
  private final int rarity;

  MadeUpInput(MadeUp made) {
    this.made = made;
    this.rarity = made.oneOf(List.of(1_000, 40, 8));
  }

  private boolean breaks() {
    return made.number(1, rarity) == 1;
  }

  JsonNode of(JsonNode schema) {
    if (breaks()) {
      return any();
    }
    return switch (schema.path("type").asText()) {
      case "object" -> object(schema);
      case "array" -> array(schema);
      case "string" -> NODES.textNode(text(schema) + (breaks() ? "\n" : ""));
      case "boolean" -> NODES.booleanNode(made.flag());
      default -> number(schema);
    };
  }

  private JsonNode any() {
    return made.oneOf(
        List.of(
            NODES.nullNode(),
            NODES.booleanNode(true),
            NODES.numberNode(1),
            NODES.numberNode(1.5),
            NODES.numberNode(1e300),
            NODES.numberNode(BigInteger.TWO.pow(70)),
            NODES.textNode(""),
            NODES.textNode("1"),
            NODES.arrayNode(),
            NODES.arrayNode().add("1").addNull(),
            NODES.objectNode(),
            NODES.objectNode().put("x", 1)));
  }

  private ObjectNode object(JsonNode schema) {
    ObjectNode object = NODES.objectNode();
    List<String> required = schema.path("required").valueStream().map(JsonNode::asText).toList();
    for (Map.Entry<String, JsonNode> property : schema.get("properties").properties()) {
      if (required.contains(property.getKey()) ? !breaks() : made.flag()) {
        object.set(property.getKey(), of(property.getValue()));
      }
    }
    if (breaks()) {
      object.set(made.oneOf(List.of("", "later", "X", "type")), any());
    }
    return object;
  }

  private ArrayNode array(JsonNode schema) {
    ArrayNode array = NODES.arrayNode();
    int size = size(schema, "minItems", "maxItems", 3);
    for (int i = 0; i < size; i++) {
      array.add(of(schema.get("items")));
    }
    return array;
  }

  private String text(JsonNode schema) {
    if (schema.has("enum")) {
      List<String> all = schema.get("enum").valueStream().map(JsonNode::asText).toList();
      return breaks() ? made.oneOf(all).toUpperCase(Locale.ROOT) : made.oneOf(all);
    }
    if (schema.has("format")) {
      return breaks() ? made.oneOf(TIMESTAMPS) : TIMESTAMPS.getFirst();
    }
    if (schema.has("pattern") && !breaks()) {
      return made.oneOf(PATTERNED);
    }
    int length = size(schema, "minLength", "maxLength", 9);
    return made.text(length, length);
  }

  /** Within the limits, at one of them, or one past it. */
  private int size(JsonNode schema, String least, String most, int usual) {
    int fewest = schema.path(least).asInt(0);
    int last = schema.path(most).asInt(fewest + usual);
    if (breaks()) {
      return made.oneOf(List.of(Math.max(0, fewest - 1), fewest, last, last + 1));
    }
    return made.number(fewest, Math.min(last, fewest + usual));
  }

  private JsonNode number(JsonNode schema) {
    boolean whole = schema.get("type").asText().equals("integer");
    long least = schema.path("minimum").asLong(-9);
    long most = schema.path("maximum").asLong(9);
    if (breaks()) {
      return nearby(made.oneOf(List.of(least, most, 0L)));
    }
    return whole
        ? NODES.numberNode(made.whole(least, most))
        : NODES.numberNode(Math.clamp(made.real(), (double) least, (double) most));
  }

  /** Written as a whole number or as a decimal. */
  private JsonNode nearby(long limit) {
    BigDecimal offset = new BigDecimal(made.oneOf(List.of("0", "1", "-1", "0.5", "1e-9", "1e30")));
    BigDecimal number = BigDecimal.valueOf(limit).add(offset);
    return made.flag()
        ? NODES.numberNode(number.toBigInteger())
        : NODES.numberNode(number.doubleValue());
  }
}
