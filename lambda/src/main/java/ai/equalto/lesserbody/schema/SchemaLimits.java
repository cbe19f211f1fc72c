package ai.equalto.lesserbody.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a schema must be that does not come from a record: JSON Schema 2020-12 and valid, whole in
 * itself, and of a size that can be validated against (2026-07-28, "JSON Schema Usage").
 */
final class SchemaLimits {
  /** How deep its objects and arrays may nest. */
  static final int MAX_DEPTH = 32;

  /** How many JSON values it may hold. */
  static final int MAX_VALUES = 2_000;

  private SchemaLimits() {}

  /**
   * Returns if the schema is within the limits.
   *
   * @throws IllegalArgumentException if it is too deep or too large, of another dialect, against
   *     the metaschema, or refers to anything outside of itself; the message names the place
   */
  static void check(ObjectNode schema) {
    JsonSize size = JsonSize.of(schema, MAX_VALUES);
    if (size.values() > MAX_VALUES) {
      throw new IllegalArgumentException("the schema holds more than " + MAX_VALUES + " values");
    }
    if (size.depth() > MAX_DEPTH) {
      throw new IllegalArgumentException("the schema is deeper than " + MAX_DEPTH + " levels");
    }
    if (!PlainSchema.isOne(schema)) {
      checkDialect(schema);
      MetaSchema.check(schema);
      EndlessSchemas.refuse(LocalReferences.of(schema));
    }
  }

  /**
   * Returns if a schema is one of arguments, which are always an object.
   *
   * @throws IllegalArgumentException if it is not of {@code "type": "object"}
   */
  static void requireObject(ObjectNode schema) {
    if (!"object".equals(schema.path("type").textValue())) {
      throw new IllegalArgumentException("the schema of an input must be of \"type\": \"object\"");
    }
  }

  /** A schema inside may name a dialect too. */
  private static void checkDialect(JsonNode schema) {
    JsonNode dialect = schema.path("$schema");
    if (!dialect.isMissingNode() && !Draft202012.ID.equals(dialect.textValue())) {
      throw new IllegalArgumentException("a $schema other than " + Draft202012.ID);
    }
    Subschemas.below(schema).forEach(SchemaLimits::checkDialect);
  }
}
