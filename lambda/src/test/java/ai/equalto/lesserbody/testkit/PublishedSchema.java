package ai.equalto.lesserbody.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The schema that one revision of the protocol publishes. Each definition is compiled once. */
final class PublishedSchema {
  private static final int MAX_PROBLEMS = 8;
  private static final int MAX_LENGTH = 160;
  private static final Map<String, PublishedSchema> LOADED = new ConcurrentHashMap<>();

  private final String revision;
  private final String location;
  private final String section;
  private final JsonNode definitions;
  private final SchemaRegistry registry;
  private final Map<String, Schema> compiled = new ConcurrentHashMap<>();

  private PublishedSchema(String revision) {
    this.revision = revision;
    this.location = "https://modelcontextprotocol.io/schema/" + revision;
    JsonNode document = read("/mcp-schema/" + revision + "/schema.json");
    this.section = document.has("$defs") ? "$defs" : "definitions";
    this.definitions = document.get(section);
    SchemaRegistryConfig config =
        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).locale(Locale.ROOT).build();
    this.registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder ->
                builder
                    .schemaRegistryConfig(config)
                    .schemas(Map.of(location, document.toString())));
  }

  static PublishedSchema of(String revision) {
    return LOADED.computeIfAbsent(revision, PublishedSchema::new);
  }

  /** Its date, which is its name. */
  String revision() {
    return revision;
  }

  boolean defines(String name) {
    return definitions.has(name);
  }

  /** The first of these names that the revision has a definition of. */
  String firstOf(String... names) {
    return Stream.of(names).filter(this::defines).findFirst().orElseThrow();
  }

  /** Which of the alternatives of a definition has this method. */
  Optional<String> alternative(String definition, String method) {
    return definitions.path(definition).path("anyOf").findValuesAsText("$ref").stream()
        .map(reference -> reference.substring(reference.lastIndexOf('/') + 1))
        .filter(name -> method.equals(method(name)))
        .findFirst();
  }

  private String method(String definition) {
    return definitions.path(definition).at("/properties/method/const").textValue();
  }

  /** The definition of errors that have this code, if the code is one of the protocol's own. */
  Optional<String> error(int code) {
    return definitions.properties().stream()
        .filter(definition ->
            definition.getValue().at("/properties/error/allOf").findValues("const").stream()
                .anyMatch(constant -> constant.intValue() == code))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Whether a definition refers to another one. */
  boolean mentions(String definition, String other) {
    return definitions
        .path(definition)
        .findValuesAsText("$ref")
        .contains("#/" + section + "/" + other);
  }

  /** What about this value breaks a definition: a few lines, each with the place and the rule. */
  List<String> problems(String definition, JsonNode value) {
    Schema schema =
        compiled.computeIfAbsent(
            definition,
            name -> registry.getSchema(SchemaLocation.of(location + "#/" + section + "/" + name)));
    return schema.validate(value).stream()
        .limit(MAX_PROBLEMS)
        .map(problem -> revision + " " + definition + describe(problem))
        .toList();
  }

  private static String describe(Error problem) {
    String text = " at \"" + problem.getInstanceLocation() + "\": " + problem.getMessage();
    return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + "…";
  }

  private static JsonNode read(String resource) {
    try (InputStream file = PublishedSchema.class.getResourceAsStream(resource)) {
      if (file == null) {
        throw new IllegalArgumentException("no such schema: " + resource);
      }
      return new ObjectMapper().readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
