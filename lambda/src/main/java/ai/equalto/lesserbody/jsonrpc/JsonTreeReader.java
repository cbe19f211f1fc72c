package ai.equalto.lesserbody.jsonrpc;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.JsonTokenId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** Builds the tree of one document. Recursion is bounded by the parser's nesting limit. */
final class JsonTreeReader {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private JsonTreeReader() {}

  static JsonNode readDocument(JsonParser parser) throws IOException, JsonSyntaxException {
    JsonToken first = parser.nextToken();
    if (first == null) {
      throw new JsonSyntaxException("empty");
    }
    JsonNode document = value(first, parser);
    if (parser.nextToken() != null) {
      throw new JsonSyntaxException("more than one document");
    }
    return document;
  }

  private static JsonNode value(JsonToken token, JsonParser parser)
      throws IOException, JsonSyntaxException {
    return switch (token.id()) {
      case JsonTokenId.ID_START_OBJECT -> object(parser);
      case JsonTokenId.ID_START_ARRAY -> array(parser);
      case JsonTokenId.ID_STRING -> NODES.textNode(whole(parser.getText()));
      case JsonTokenId.ID_NUMBER_INT -> integer(parser);
      case JsonTokenId.ID_NUMBER_FLOAT -> decimal(parser);
      case JsonTokenId.ID_TRUE -> NODES.booleanNode(true);
      case JsonTokenId.ID_FALSE -> NODES.booleanNode(false);
      case JsonTokenId.ID_NULL -> NODES.nullNode();
      default -> throw new IllegalStateException("unexpected token " + token);
    };
  }

  private static ObjectNode object(JsonParser parser) throws IOException, JsonSyntaxException {
    ObjectNode object = NODES.objectNode();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = whole(parser.currentName());
      object.set(name, value(parser.nextToken(), parser));
    }
    return object;
  }

  private static ArrayNode array(JsonParser parser) throws IOException, JsonSyntaxException {
    ArrayNode array = NODES.arrayNode();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      array.add(value(token, parser));
    }
    return array;
  }

  /** Half of a surrogate pair is no character; it would turn into another one when written. */
  private static String whole(String text) throws JsonSyntaxException {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i)) && !isPair(text, i++)) {
        throw new JsonSyntaxException("half of a surrogate pair");
      }
    }
    return text;
  }

  private static boolean isPair(String text, int i) {
    return i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
  }

  private static JsonNode integer(JsonParser parser) throws IOException {
    JsonParser.NumberType type = parser.getNumberType();
    if (type == JsonParser.NumberType.INT) {
      return NODES.numberNode(parser.getIntValue());
    }
    return type == JsonParser.NumberType.LONG
        ? NODES.numberNode(parser.getLongValue())
        : NODES.numberNode(parser.getBigIntegerValue());
  }

  /** A double, as in RFC 8259 section 6: arithmetic on a huge exponent would be an attack. */
  private static JsonNode decimal(JsonParser parser) throws IOException, JsonSyntaxException {
    double number = parser.getDoubleValue();
    if (!Double.isFinite(number)) {
      throw new JsonSyntaxException("a number is out of range");
    }
    return NODES.numberNode(number);
  }
}
