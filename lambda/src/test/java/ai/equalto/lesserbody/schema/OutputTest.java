package ai.equalto.lesserbody.schema;

import static ai.equalto.lesserbody.testkit.TestJson.json;
import static ai.equalto.lesserbody.testkit.TestJson.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.schema.Samples.Point;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutputTest {
  private static final String COUNTS =
      "{'type':'object','properties':{'total':{'type':'integer'}},"
          + "'additionalProperties':{'$ref':'#/properties/total'}}";

  @Test
  void writesARecord() {
    Output<Point> output = Output.of(Point.class);

    assertThat(output.schema()).contains(Schemas.ofOutput(Point.class));
    assertThat(output.write(new Point(1, Optional.empty()))).map(Json::write).contains("{\"x\":1}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'type':'array'}|[1]", "{'type':'null'}|null", "{}|'text'"})
  void writesAnyJsonByASchemaOfItsOwn(String schemaAndValue) {
    String[] parts = schemaAndValue.split("\\|", 2);
    Output<JsonNode> output = Output.json(object(parts[0]));

    assertThat(output.schema()).contains(object(parts[0]));
    assertThat(output.write(json(parts[1]))).contains(json(parts[1]));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'total':'s3cret'} | /properties/total/type",
        "{'s3cret':'a'}     | /additionalProperties/$ref/type",
        "'s3cret'           | /type",
      })
  void namesTheRuleThatAnOutputBreaksAndNothingOfTheOutput(String value, String rule) {
    Output<JsonNode> output = Output.json(object(COUNTS));

    assertThatIllegalStateException()
        .isThrownBy(() -> output.write(json(value)))
        .withMessage("the output breaks the rule of its schema at " + rule);
  }

  @Test
  void copiesTheSchemaItIsGiven() {
    ObjectNode schema = object("{'type':'array'}");
    Output<JsonNode> output = Output.json(schema);
    schema.put("type", "string");

    assertThat(output.schema()).contains(object("{'type':'array'}"));
  }

  @Test
  void refusesASchemaOutsideOfTheLimitsAtOnce() {
    assertThatIllegalArgumentException().isThrownBy(() -> Output.json(object("{'type':'any'}")));
  }

  @Test
  void nothingStructuredHasNoSchemaAndNoJson() {
    assertThat(Output.none().schema()).isEmpty();
    assertThat(Output.none().write(Output.None.NONE)).isEmpty();
  }

  @Test
  void writesNoNull() {
    assertThatNullPointerException().isThrownBy(() -> Output.none().write(null));
  }

  record Undescribed(String text) {}

  record Unsupported(@Description("a") Object value) {}

  @Test
  void looksAtARecordOnlyWhenAsked() {
    Output<Undescribed> undescribed = Output.of(Undescribed.class);
    Output<Unsupported> unsupported = Output.of(Unsupported.class);

    assertThatIllegalArgumentException().isThrownBy(undescribed::schema);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> unsupported.write(new Unsupported("text")));
  }
}
