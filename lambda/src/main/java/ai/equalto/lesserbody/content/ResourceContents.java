package ai.equalto.lesserbody.content;

import static java.util.Objects.requireNonNull;

import ai.equalto.lesserbody.jsonrpc.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;

/** What a resource holds (MCP, "Resource Contents"). */
public sealed interface ResourceContents {
  /** The URI of the resource, or of the part of it. */
  String uri();

  /** The media type. */
  String mimeType();

  /** A resource of characters. */
  record Text(String uri, String mimeType, String text) implements ResourceContents {
    public Text {
      requireNonNull(uri, "uri");
      requireNonNull(mimeType, "mimeType");
      requireNonNull(text, "text");
    }
  }

  /**
   * A resource of bytes.
   *
   * @param base64 the bytes in Base64 (RFC 4648 section 4)
   */
  record Binary(String uri, String mimeType, String base64) implements ResourceContents {
    public Binary {
      requireNonNull(uri, "uri");
      requireNonNull(mimeType, "mimeType");
      requireNonNull(base64, "base64");
    }
  }

  /** A resource of characters. */
  static ResourceContents text(String uri, String mimeType, String text) {
    return new Text(uri, mimeType, text);
  }

  /** A resource that is one JSON value. */
  static ResourceContents json(String uri, JsonNode value) {
    return new Text(uri, "application/json", Json.write(value));
  }

  /** A resource of bytes. */
  static ResourceContents binary(String uri, String mimeType, byte[] bytes) {
    return new Binary(uri, mimeType, Base64.getEncoder().encodeToString(bytes));
  }

  /** The wire form. */
  default ObjectNode toJson() {
    ObjectNode json = Json.object().put("uri", uri()).put("mimeType", mimeType());
    return switch (this) {
      case Text text -> json.put("text", text.text());
      case Binary binary -> json.put("blob", binary.base64());
    };
  }
}
