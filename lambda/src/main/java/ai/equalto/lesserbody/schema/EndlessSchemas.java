package ai.equalto.lesserbody.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Schemas that lead back to themselves without going into the value, so that validation would never
 * end (JSON Schema 2020-12, Core, section 9.4.1).
 */
final class EndlessSchemas {
  /** These hold schemas of the very value that their own schema is of. */
  private static final Set<String> IN_PLACE =
      Set.of("allOf", "anyOf", "oneOf", "not", "if", "then", "else", "dependentSchemas");

  private final IdentityHashMap<JsonNode, List<JsonNode>> references;
  private final Set<JsonNode> above = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<JsonNode> finite = Collections.newSetFromMap(new IdentityHashMap<>());

  private EndlessSchemas(IdentityHashMap<JsonNode, List<JsonNode>> references) {
    this.references = references;
  }

  /**
   * Returns if there are none.
   *
   * @param references the schemas to which each schema refers
   * @throws IllegalArgumentException if there is one
   */
  static void refuse(IdentityHashMap<JsonNode, List<JsonNode>> references) {
    EndlessSchemas search = new EndlessSchemas(references);
    references.keySet().forEach(search::follow);
  }

  private void follow(JsonNode schema) {
    if (finite.contains(schema)) {
      return;
    }
    if (!above.add(schema)) {
      throw new IllegalArgumentException("a schema refers back to itself for the same value");
    }
    inPlace(schema).forEach(this::follow);
    above.remove(schema);
    finite.add(schema);
  }

  private Stream<JsonNode> inPlace(JsonNode schema) {
    return Stream.concat(
        references.getOrDefault(schema, List.of()).stream(),
        schema.properties().stream()
            .filter(keyword -> IN_PLACE.contains(keyword.getKey()))
            .flatMap(keyword -> Subschemas.below(keyword).stream()));
  }
}
