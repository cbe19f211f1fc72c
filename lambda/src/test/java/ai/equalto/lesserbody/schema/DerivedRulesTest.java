package ai.equalto.lesserbody.schema;

import static ai.equalto.lesserbody.testkit.TestJson.json;
import static ai.equalto.lesserbody.testkit.TestJson.object;
import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.testkit.MadeUp;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is accepted without the validator is exactly what the validator accepts. */
class DerivedRulesTest {
  private static final Path CLASSES = Path.of("target/classes");

  /** Every record of this artifact that has a schema, and those with every annotation there is. */
  static Stream<Class<? extends Record>> records() throws IOException {
    try (Stream<Path> files = Files.walk(CLASSES)) {
      List<Class<? extends Record>> served =
          files
              .map(file -> CLASSES.relativize(file).toString())
              .filter(file -> file.endsWith(".schema.json"))
              .<Class<? extends Record>>map(DerivedRulesTest::record)
              .toList();
      return Stream.concat(
          served.stream(),
          Stream.of(
              Samples.Everything.class,
              Samples.Bounded.class,
              Samples.Numbers.class,
              Samples.Moment.class,
              Samples.Empty.class,
              MirroredHeaderTest.Mirrored.class));
    }
  }

  private static Class<? extends Record> record(String file) {
    String name = file.substring(0, file.length() - ".schema.json".length());
    try {
      return Class.forName(name.replace('/', '.')).asSubclass(Record.class);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isAccepted(InputValidator validator, JsonNode value) {
    return validator.brokenRule(value).isEmpty();
  }

  private static void assertAgreement(ObjectNode schema) {
    DerivedRules rules = new DerivedRules(schema);
    InputValidator validator = new InputValidator(schema);
    Set<Boolean> verdicts = new HashSet<>();
    MadeUp.inAll(
        800,
        made -> {
          String sent = Json.write(new MadeUpInput(made).of(schema));
          JsonNode value = Json.read(sent.getBytes(StandardCharsets.UTF_8));

          boolean fits = isAccepted(validator, value);

          assertThat(rules.accept(value)).as(sent).isEqualTo(fits);
          verdicts.add(fits);
        });
    assertThat(verdicts).as("both happened").containsExactlyInAnyOrder(true, false);
  }

  @ParameterizedTest
  @MethodSource("records")
  void agreesWithTheValidator(Class<? extends Record> type) {
    assertAgreement(Schemas.ofInput(type));
    assertAgreement(Schemas.ofOutput(type));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'unknown':1}                              | 1",
        "{'$ref':'#'}                               | 1",
        "{'const':1}                                | 1",
        "{'type':['string','null']}                 | 'a'",
        "{'type':'null'}                            | null",
        "{'items':true}                             | [1]",
        "{'additionalProperties':{}}                | {'a':1}",
        "{'format':'email'}                         | 'a@b.example'",
        "{'minimum':0.5}                            | 1",
        "{'maximum':9007199254740993}               | 9007199254740992",
        "{'maximum':99999999999999999999}           | 1",
        "{'properties':{'a':{'not':{'const':2}}}}   | {'a':1}",
        "{'properties':{'a':true}}                  | {'a':1}",
        "{'type':'object','minProperties':0}        | {}",
      })
  void leavesToTheValidatorWhatTheDeriverDoesNotWrite(String schema, String value) {
    boolean isSure = new DerivedRules(object(schema)).accept(json(value));

    assertThat(isSure).isFalse();
  }

  @Test
  void agreesOnADollarThatIsTheVeryEnd() {
    ObjectNode schema = object("{'type':'string','pattern':'^a$'}");

    assertThat(new DerivedRules(schema).accept(json("'a'"))).isTrue();
    assertThat(new DerivedRules(schema).accept(json("'a\\n'"))).isFalse();
    assertThat(isAccepted(new InputValidator(schema), json("'a\\n'"))).isFalse();
  }
}
