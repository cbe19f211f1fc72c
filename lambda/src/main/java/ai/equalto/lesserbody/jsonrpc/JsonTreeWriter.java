package ai.equalto.lesserbody.jsonrpc;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;

/** Writes a tree with the streaming generator. */
final class JsonTreeWriter {
  private JsonTreeWriter() {}

  static void write(JsonNode node, JsonGenerator out) throws IOException {
    if (node.isTextual()) {
      out.writeString(node.textValue());
    } else if (node.isObject()) {
      object(node, out);
    } else if (node.isArray()) {
      array(node, out);
    } else if (node.isNumber()) {
      number(node, out);
    } else if (node.isBoolean()) {
      out.writeBoolean(node.booleanValue());
    } else if (node.isNull() || node.isMissingNode()) {
      out.writeNull();
    } else {
      throw new IllegalArgumentException("not a JSON value");
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
    if (number.isBigInteger()) {
      out.writeNumber(number.bigIntegerValue());
    } else if (number.isIntegralNumber()) {
      out.writeNumber(number.longValue());
    } else {
      out.writeNumber(number.doubleValue());
    }
  }
}
