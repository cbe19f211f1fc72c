package ai.equalto.lesserbody.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The references of a schema document, each of which must lead to a schema of the same document:
 * nothing is ever fetched (2026-07-28, "$ref Resolution"; JSON Schema 2020-12, Core, sections 8.2
 * and 8.3).
 */
final class LocalReferences {
  private record Reference(JsonNode from, URI base, String value) {}

  private final Map<URI, JsonNode> resources = new HashMap<>();
  private final Map<String, JsonNode> anchors = new HashMap<>();
  private final List<Reference> references = new ArrayList<>();

  private LocalReferences() {}

  /**
   * The schemas to which each schema refers, by {@code $ref} and {@code $dynamicRef}.
   *
   * @return by identity, since two schemas may say the same
   * @throws IllegalArgumentException naming a reference that leads to no schema of this document
   */
  static IdentityHashMap<JsonNode, List<JsonNode>> of(JsonNode document) {
    LocalReferences found = new LocalReferences();
    URI base = URI.create("");
    found.resources.put(base, document);
    found.collect(document, base);
    IdentityHashMap<JsonNode, List<JsonNode>> targets = new IdentityHashMap<>();
    for (Reference reference : found.references) {
      targets
          .computeIfAbsent(reference.from(), from -> new ArrayList<>())
          .add(found.resolve(reference));
    }
    return targets;
  }

  private void collect(JsonNode schema, URI outer) {
    URI base = text(schema, "$id").map(id -> resource(id, schema, outer)).orElse(outer);
    for (String keyword : List.of("$anchor", "$dynamicAnchor")) {
      text(schema, keyword).ifPresent(name -> anchors.put(base + "#" + name, schema));
    }
    for (String keyword : List.of("$ref", "$dynamicRef")) {
      text(schema, keyword).ifPresent(value -> references.add(new Reference(schema, base, value)));
    }
    for (JsonNode below : Subschemas.below(schema)) {
      collect(below, base);
    }
  }

  private URI resource(String id, JsonNode schema, URI outer) {
    URI resource = outer.resolve(withoutFragment(id));
    if (!resource.isAbsolute()) {
      throw new IllegalArgumentException("an $id that is not absolute: " + id);
    }
    if (resources.put(resource, schema) != null) {
      throw new IllegalArgumentException("two schemas have the $id " + resource);
    }
    return resource;
  }

  private static Optional<String> text(JsonNode schema, String keyword) {
    return Optional.ofNullable(schema.path(keyword).textValue());
  }

  private static URI withoutFragment(String reference) {
    int fragment = reference.indexOf('#');
    return URI.create(fragment < 0 ? reference : reference.substring(0, fragment));
  }

  private JsonNode resolve(Reference reference) {
    URI place = withoutFragment(reference.value());
    URI target = place.toString().isEmpty() ? reference.base() : reference.base().resolve(place);
    String fragment = Optional.ofNullable(URI.create(reference.value()).getFragment()).orElse("");
    JsonNode schema =
        fragment.isEmpty() || fragment.startsWith("/")
            ? resources.getOrDefault(target, MissingNode.getInstance()).at(fragment)
            : anchors.getOrDefault(target + "#" + fragment, MissingNode.getInstance());
    if (!schema.isObject() && !schema.isBoolean()) {
      throw new IllegalArgumentException(
          "a reference to no schema of the document: " + reference.value());
    }
    return schema;
  }
}
