package ai.equalto.lesserbody.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import java.util.function.Supplier;

/** The schema of schemas (JSON Schema 2020-12), from the validator's own jar. */
final class MetaSchema {
  private static final String FAMILY = "https://json-schema.org/draft/2020-12/";

  private static final Supplier<Schema> COMPILED = Lazy.of(MetaSchema::compile);

  private MetaSchema() {}

  private static Schema compile() {
    return Draft202012.registry(location -> location.startsWith(FAMILY))
        .getSchema(SchemaLocation.of(Draft202012.ID));
  }

  /**
   * Returns if the schema is one.
   *
   * @throws IllegalArgumentException naming the first place where it is not
   */
  static void check(JsonNode schema) {
    COMPILED.get().validate(schema).stream()
        .findFirst()
        .ifPresent(problem -> {
          throw new IllegalArgumentException("no JSON Schema 2020-12: " + describe(problem));
        });
  }

  private static String describe(Error problem) {
    return "at \"" + problem.getInstanceLocation() + "\" " + problem.getMessage();
  }
}
