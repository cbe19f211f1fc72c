package ai.equalto.lesserbody.auth;

import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.JsonSyntaxException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jsonwebtoken.io.DeserializationException;
import io.jsonwebtoken.io.Deserializer;
import io.jsonwebtoken.io.SerializationException;
import io.jsonwebtoken.io.Serializer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets jjwt read and write JSON with {@link Json}: strict about duplicate claims, and without the
 * data binding and the service look-up that jjwt would otherwise bring into a cold start.
 */
final class JwtJson {
  static final Deserializer<Map<String, ?>> READER = new MapReader();
  static final Serializer<Map<String, ?>> WRITER = new MapWriter();

  private JwtJson() {}

  private static final class MapReader implements Deserializer<Map<String, ?>> {
    @Override
    @Deprecated
    public Map<String, ?> deserialize(byte[] utf8) {
      try {
        JsonNode json = Json.read(utf8);
        if (!json.isObject()) {
          throw new DeserializationException("not a JSON object");
        }
        return map(json);
      } catch (JsonSyntaxException e) {
        throw new DeserializationException(e.getMessage(), e);
      }
    }

    @Override
    public Map<String, ?> deserialize(Reader reader) {
      StringWriter text = new StringWriter();
      try {
        reader.transferTo(text);
      } catch (IOException e) {
        throw new DeserializationException("unreadable", e);
      }
      return deserialize(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Object> map(JsonNode object) {
      Map<String, Object> map = new LinkedHashMap<>();
      object.properties().forEach(field -> map.put(field.getKey(), value(field.getValue())));
      return map;
    }

    private static List<Object> list(JsonNode array) {
      List<Object> list = new ArrayList<>();
      array.forEach(element -> list.add(value(element)));
      return list;
    }

    private static Object value(JsonNode node) {
      return switch (node.getNodeType()) {
        case OBJECT -> map(node);
        case ARRAY -> list(node);
        case STRING -> node.textValue();
        case NUMBER -> node.numberValue();
        case BOOLEAN -> node.booleanValue();
        case NULL, MISSING, BINARY, POJO -> null;
      };
    }
  }

  /** Writes the few types that our own tokens hold: text, numbers, lists of text and objects. */
  private static final class MapWriter implements Serializer<Map<String, ?>> {
    @Override
    @Deprecated
    public byte[] serialize(Map<String, ?> map) {
      return Json.write(object(map)).getBytes(StandardCharsets.UTF_8);
    }

    private static ObjectNode object(Map<?, ?> map) {
      ObjectNode json = Json.object();
      map.forEach((key, value) -> {
        String name = key.toString();
        switch (value) {
          case Number number -> json.put(name, number.longValue());
          case Map<?, ?> nested -> json.set(name, object(nested));
          case Collection<?> texts -> {
            ArrayNode array = json.putArray(name);
            texts.forEach(text -> array.add(text.toString()));
          }
          default -> json.put(name, value.toString());
        }
      });
      return json;
    }

    @Override
    public void serialize(Map<String, ?> map, OutputStream out) {
      try {
        out.write(serialize(map));
      } catch (IOException e) {
        throw new SerializationException("unwritable", e);
      }
    }
  }
}
