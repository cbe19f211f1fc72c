package ai.equalto.lesserbody.testkit;

import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.JsonSyntaxException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/** JSON in tests, with {@code '} for {@code "}. */
public final class TestJson {
  private TestJson() {}

  public static JsonNode json(String text) {
    try {
      return Json.read(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    } catch (JsonSyntaxException e) {
      throw new AssertionError(text, e);
    }
  }

  public static ObjectNode object(String text) {
    return (ObjectNode) json(text);
  }
}
