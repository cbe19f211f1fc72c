package ai.equalto.lesserbody.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The references of a schema document, each of which must lead to a schema of the same document:
 * nothing is ever fetched (2026-07-28, "$ref Resolution"; JSON Schema 2020-12, Core, sections 8.2
 * and 8.3).
 */
final class LocalReferences {
  private record Reference(URI base, String value) {}

  private final Map<URI, JsonNode> resources = new HashMap<>();
  private final Set<String> anchors = new HashSet<>();
  private final List<Reference> references = new ArrayList<>();

  private LocalReferences() {}

  /**
   * Returns if every {@code $ref} and {@code $dynamicRef} leads to a schema of this document.
   *
   * @throws IllegalArgumentException naming one that does not
   */
  static void check(JsonNode document) {
    LocalReferences found = new LocalReferences();
    URI base = URI.create("");
    found.resources.put(base, document);
    found.collect(document, base);
    found.references.forEach(found::check);
  }

  private void collect(JsonNode schema, URI outer) {
    URI base = text(schema, "$id").map(id -> resource(id, schema, outer)).orElse(outer);
    for (String keyword : List.of("$anchor", "$dynamicAnchor")) {
      text(schema, keyword).ifPresent(name -> anchors.add(base + "#" + name));
    }
    for (String keyword : List.of("$ref", "$dynamicRef")) {
      text(schema, keyword).ifPresent(value -> references.add(new Reference(base, value)));
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

  private void check(Reference reference) {
    URI place = withoutFragment(reference.value());
    URI target = place.toString().isEmpty() ? reference.base() : reference.base().resolve(place);
    String fragment = URI.create(reference.value()).getFragment();
    if (!resources.containsKey(target)
        || !leadsToSchema(target, fragment == null ? "" : fragment)) {
      throw new IllegalArgumentException(
          "a reference to no schema of the document: " + reference.value());
    }
  }

  private boolean leadsToSchema(URI target, String fragment) {
    if (!fragment.isEmpty() && !fragment.startsWith("/")) {
      return anchors.contains(target + "#" + fragment);
    }
    JsonNode schema = resources.get(target).at(fragment);
    return schema.isObject() || schema.isBoolean();
  }
}
