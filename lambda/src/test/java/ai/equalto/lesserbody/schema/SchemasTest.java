package ai.equalto.lesserbody.schema;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.jsonrpc.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SchemasTest {
  private static final Path CLASSES = Path.of("target/classes");

  private static Stream<Class<?>> mainClasses() throws IOException {
    try (Stream<Path> files = Files.walk(CLASSES)) {
      return files
          .map(file -> CLASSES.relativize(file).toString())
          .filter(name -> name.endsWith(".class") && !name.contains("package-info"))
          .map(name -> name.replace(".class", "").replace('/', '.'))
          .<Class<?>>map(SchemasTest::load)
          .toList()
          .stream();
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, SchemasTest.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static boolean isDescribed(Class<?> type) {
    return type.isRecord()
        && Arrays.stream(type.getRecordComponents())
            .anyMatch(component -> component.isAnnotationPresent(Description.class));
  }

  private static List<Class<? extends Record>> describedRecords() throws IOException {
    return mainClasses()
        .filter(SchemasTest::isDescribed)
        .<Class<? extends Record>>map(type -> type.asSubclass(Record.class))
        .toList();
  }

  private static boolean isOpen(JsonNode schema) {
    boolean here =
        schema.path("type").asText().equals("object")
            && !schema.path("additionalProperties").toString().equals("false");
    return here || schema.valueStream().anyMatch(SchemasTest::isOpen);
  }

  @Test
  void theBuildWroteTheSchemaOfEveryDescribedRecord() throws Exception {
    assertThat(describedRecords()).isNotEmpty();
    for (Class<? extends Record> type : describedRecords()) {
      Path folder = CLASSES.resolve(type.getPackageName().replace('.', '/'));
      byte[] built = Files.readAllBytes(folder.resolve(Schemas.fileName(type)));

      String derived = Json.write(SchemaDeriver.derive(type));
      assertThat(new String(built, StandardCharsets.UTF_8)).isEqualTo(derived);
      assertThat(Json.write(Schemas.ofOutput(type))).isEqualTo(derived);
    }
  }

  @Test
  void theBuildWroteNoOtherSchemas() throws IOException {
    List<String> expected = describedRecords().stream().map(Schemas::fileName).sorted().toList();
    try (Stream<Path> files = Files.walk(CLASSES)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .filteredOn(name -> name.endsWith(".schema.json"))
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  @Test
  void everySchemaIsOneByTheRulesOfJsonSchema() throws IOException {
    var metaSchema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
    for (Class<? extends Record> type : describedRecords()) {
      String schema = Json.write(Schemas.ofInput(type));

      assertThat(metaSchema.validate(schema, InputFormat.JSON)).as(type.getName()).isEmpty();
    }
  }

  @Test
  void derivesTheSchemaOfARecordThatTheBuildDidNotSee() {
    assertThat(Schemas.ofOutput(Samples.Everything.class))
        .isEqualTo(SchemaDeriver.derive(Samples.Everything.class));
  }

  @Test
  void closesInputsAndTheRecordsInside() {
    ObjectNode schema = Schemas.ofInput(Samples.Everything.class);

    assertThat(isOpen(schema)).isFalse();
    for (String place : List.of("", "/properties/point", "/properties/points/items")) {
      assertThat(schema.at(place).path("additionalProperties").isBoolean()).as(place).isTrue();
    }
    assertThat(isOpen(Schemas.ofInput(Samples.Empty.class))).isFalse();
  }

  @Test
  void leavesOutputsOpenToNewFields() {
    assertThat(Json.write(Schemas.ofOutput(Samples.Everything.class)))
        .doesNotContain("additionalProperties");
  }

  @Test
  void handsOutASchemaOfItsOwnEachTime() {
    Schemas.ofInput(Samples.Point.class).removeAll();

    assertThat(Schemas.ofInput(Samples.Point.class).has("properties")).isTrue();
  }
}
