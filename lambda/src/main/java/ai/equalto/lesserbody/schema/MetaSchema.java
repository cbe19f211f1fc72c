package ai.equalto.lesserbody.schema;

import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.JsonSyntaxException;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.serialization.NodeReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Supplier;

/** The schema of schemas (JSON Schema 2020-12), from the validator's own jar. */
final class MetaSchema {
  /** Its {@code $id}, by which a schema names its dialect. */
  static final String ID = "https://json-schema.org/draft/2020-12/schema";

  private static final String DIALECT = "https://json-schema.org/draft/2020-12/";

  private static final Supplier<Schema> COMPILED = Lazy.of(MetaSchema::compile);

  /** The validator's own reader would bring {@code ObjectMapper} into the start. */
  private static final class StrictReader implements NodeReader {
    @Override
    public JsonNode readTree(String content, InputFormat format) throws IOException {
      return read(content.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public JsonNode readTree(InputStream content, InputFormat format) throws IOException {
      return read(content.readAllBytes());
    }

    private static JsonNode read(byte[] utf8) throws IOException {
      try {
        return Json.read(utf8);
      } catch (JsonSyntaxException e) {
        throw new IOException("the metaschema is broken", e);
      }
    }
  }

  private MetaSchema() {}

  /** The validator finds the address in its jar; it never reaches for the network. */
  private static Schema compile() {
    SchemaRegistryConfig config =
        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).locale(Locale.ROOT).build();
    return SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry ->
                registry
                    .schemaRegistryConfig(config)
                    .nodeReader(new StrictReader())
                    .schemaLoader(loader ->
                        loader.allow(location -> location.toString().startsWith(DIALECT))))
        .getSchema(SchemaLocation.of(ID));
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
