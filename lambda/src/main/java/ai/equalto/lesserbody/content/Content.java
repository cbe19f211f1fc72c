package ai.equalto.lesserbody.content;

import static java.util.Objects.requireNonNull;

import ai.equalto.lesserbody.jsonrpc.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.Optional;

/** One block of what a tool returns or a prompt says (MCP, "ContentBlock"). */
public sealed interface Content {
  /** How to use this block. */
  Annotations annotations();

  /** The block with these hints. */
  Content with(Annotations hints);

  /** The wire form. */
  ObjectNode toJson();

  /** Words. */
  record Text(String text, Annotations annotations) implements Content {
    public Text {
      requireNonNull(text, "text");
      requireNonNull(annotations, "annotations");
    }

    @Override
    public Content with(Annotations hints) {
      return new Text(text, hints);
    }

    @Override
    public ObjectNode toJson() {
      return annotations.addTo(Json.object().put("type", "text").put("text", text));
    }
  }

  /**
   * A picture.
   *
   * @param base64 the bytes in Base64 (RFC 4648 section 4)
   */
  record Image(String base64, String mimeType, Annotations annotations) implements Content {
    public Image {
      requireNonNull(base64, "base64");
      requireNonNull(mimeType, "mimeType");
      requireNonNull(annotations, "annotations");
    }

    @Override
    public Content with(Annotations hints) {
      return new Image(base64, mimeType, hints);
    }

    @Override
    public ObjectNode toJson() {
      return annotations.addTo(
          Json.object().put("type", "image").put("data", base64).put("mimeType", mimeType));
    }
  }

  /**
   * A sound.
   *
   * @param base64 the bytes in Base64 (RFC 4648 section 4)
   */
  record Audio(String base64, String mimeType, Annotations annotations) implements Content {
    public Audio {
      requireNonNull(base64, "base64");
      requireNonNull(mimeType, "mimeType");
      requireNonNull(annotations, "annotations");
    }

    @Override
    public Content with(Annotations hints) {
      return new Audio(base64, mimeType, hints);
    }

    @Override
    public ObjectNode toJson() {
      return annotations.addTo(
          Json.object().put("type", "audio").put("data", base64).put("mimeType", mimeType));
    }
  }

  /** A resource, with what it holds. */
  record Embedded(ResourceContents resource, Annotations annotations) implements Content {
    public Embedded {
      requireNonNull(resource, "resource");
      requireNonNull(annotations, "annotations");
    }

    @Override
    public Content with(Annotations hints) {
      return new Embedded(resource, hints);
    }

    @Override
    public ObjectNode toJson() {
      ObjectNode json = Json.object().put("type", "resource");
      json.set("resource", resource.toJson());
      return annotations.addTo(json);
    }
  }

  /** A resource that the client may read if it wants to; revisions since 2025-06-18 know it. */
  record Link(
      String uri,
      String name,
      Optional<String> description,
      Optional<String> mimeType,
      Annotations annotations)
      implements Content {
    public Link {
      requireNonNull(uri, "uri");
      requireNonNull(name, "name");
      requireNonNull(description, "description");
      requireNonNull(mimeType, "mimeType");
      requireNonNull(annotations, "annotations");
    }

    @Override
    public Content with(Annotations hints) {
      return new Link(uri, name, description, mimeType, hints);
    }

    @Override
    public ObjectNode toJson() {
      ObjectNode json =
          Json.object().put("type", "resource_link").put("uri", uri).put("name", name);
      description.ifPresent(words -> json.put("description", words));
      mimeType.ifPresent(type -> json.put("mimeType", type));
      return annotations.addTo(json);
    }
  }

  /** Words. */
  static Content text(String text) {
    return new Text(text, Annotations.NONE);
  }

  /** A picture. */
  static Content image(byte[] bytes, String mimeType) {
    return new Image(Base64.getEncoder().encodeToString(bytes), mimeType, Annotations.NONE);
  }

  /** A sound. */
  static Content audio(byte[] bytes, String mimeType) {
    return new Audio(Base64.getEncoder().encodeToString(bytes), mimeType, Annotations.NONE);
  }

  /** A resource, with what it holds. */
  static Content embedded(ResourceContents resource) {
    return new Embedded(resource, Annotations.NONE);
  }

  /** A resource to read. */
  static Content link(String uri, String name, String description, String mimeType) {
    return new Link(uri, name, Optional.of(description), Optional.of(mimeType), Annotations.NONE);
  }
}
