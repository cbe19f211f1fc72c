package ai.equalto.lesserbody.schema;

import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.JsonSyntaxException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Where a record's schema comes from. */
public final class Schemas {
  private Schemas() {}

  /**
   * The schema of values that a server sends: fields may be added later, so none are forbidden.
   * Read from beside the class file, where the build wrote it; derived on the spot for a record
   * that the build did not see, such as one of a test.
   */
  public static ObjectNode ofOutput(Class<? extends Record> type) {
    try (InputStream built = type.getResourceAsStream(fileName(type))) {
      return built == null
          ? SchemaDeriver.derive(type)
          : (ObjectNode) Json.read(built.readAllBytes());
    } catch (JsonSyntaxException e) {
      throw new IllegalStateException("the schema file of " + type.getName() + " is broken", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The schema of values that a caller sends: a field that it does not name is a mistake. */
  public static ObjectNode ofInput(Class<? extends Record> type) {
    ObjectNode schema = ofOutput(type);
    close(schema);
    return schema;
  }

  /**
   * A schema as it is written.
   *
   * @throws IllegalArgumentException if it is no JSON object
   */
  static ObjectNode parse(String text) {
    try {
      if (Json.read(text.getBytes(StandardCharsets.UTF_8)) instanceof ObjectNode schema) {
        return schema;
      }
      throw new IllegalArgumentException("a schema that is no JSON object");
    } catch (JsonSyntaxException e) {
      throw new IllegalArgumentException("a schema that is no JSON", e);
    }
  }

  /** The name of the file beside the class file. */
  static String fileName(Class<?> type) {
    return type.getName().substring(type.getPackageName().length() + 1) + ".schema.json";
  }

  private static void close(JsonNode schema) {
    if (schema instanceof ObjectNode object && object.has("properties")) {
      object.put("additionalProperties", false);
      for (JsonNode property : object.get("properties")) {
        close(property);
      }
    } else if (schema.has("items")) {
      close(schema.get("items"));
    }
  }
}
