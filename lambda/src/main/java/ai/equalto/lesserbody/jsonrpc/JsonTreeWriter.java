package ai.equalto.lesserbody.jsonrpc;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;

/** Writes a tree with the streaming generator. */
final class JsonTreeWriter {
  private JsonTreeWriter() {}

  static void write(JsonNode node, JsonGenerator out) throws IOException {
    switch (node.getNodeType()) {
      case OBJECT -> object(node, out);
      case ARRAY -> array(node, out);
      case STRING -> out.writeString(node.textValue());
      case NUMBER -> number(node, out);
      case BOOLEAN -> out.writeBoolean(node.booleanValue());
      case NULL, MISSING -> out.writeNull();
      case BINARY, POJO -> throw new IllegalArgumentException("not a JSON value");
    }
  }

  private static void object(JsonNode object, JsonGenerator out) throws IOException {
    out.writeStartObject();
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      out.writeFieldName(field.getKey());
      write(field.getValue(), out);
    }
    out.writeEndObject();
  }

  private static void array(JsonNode array, JsonGenerator out) throws IOException {
    out.writeStartArray();
    for (JsonNode element : array) {
      write(element, out);
    }
    out.writeEndArray();
  }

  private static void number(JsonNode number, JsonGenerator out) throws IOException {
    switch (number.numberType()) {
      case INT, LONG -> out.writeNumber(number.longValue());
      case BIG_INTEGER -> out.writeNumber(number.bigIntegerValue());
      case FLOAT, DOUBLE, BIG_DECIMAL -> out.writeNumber(number.doubleValue());
    }
  }
}
