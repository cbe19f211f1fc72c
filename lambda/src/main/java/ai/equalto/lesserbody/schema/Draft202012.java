package ai.equalto.lesserbody.schema;

import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.JsonSyntaxException;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.serialization.NodeReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * How this server understands JSON Schema 2020-12, and nothing else: a format is a rule, a keyword
 * that the dialect does not have means nothing.
 */
final class Draft202012 {
  /** The {@code $id} of the metaschema, by which a schema names its dialect. */
  static final String ID = "https://json-schema.org/draft/2020-12/schema";

  /** Without this, the validator would log each keyword it does not know. */
  private static final Dialect DIALECT =
      Dialect.builder(Dialects.getDraft202012())
          .unknownKeywordFactory((keyword, context) -> null)
          .build();

  private static final SchemaRegistryConfig CONFIG =
      SchemaRegistryConfig.builder().formatAssertionsEnabled(true).locale(Locale.ROOT).build();

  /** The validator's own reader would bring {@code ObjectMapper} into a cold start. */
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
        throw new IOException("a schema is no JSON", e);
      }
    }
  }

  private Draft202012() {}

  /**
   * Compiles schemas.
   *
   * @param mayLoad which other schemas it may load from the validator's jar; none are ever fetched
   */
  static SchemaRegistry registry(Predicate<String> mayLoad) {
    return SchemaRegistry.withDialect(
        DIALECT,
        registry ->
            registry
                .schemaRegistryConfig(CONFIG)
                .nodeReader(new StrictReader())
                .schemaLoader(
                    loader -> loader.allow(location -> mayLoad.test(location.toString()))));
  }
}
