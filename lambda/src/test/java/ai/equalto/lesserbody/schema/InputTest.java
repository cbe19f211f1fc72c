package ai.equalto.lesserbody.schema;

import static ai.equalto.lesserbody.testkit.TestJson.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.schema.Samples.Point;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InputTest {
  private static final Point POINT = new Point(1, Optional.of("one"));

  private static String refusal(Input<?> input, ObjectNode json) {
    try {
      return "read " + input.read(json);
    } catch (InvalidInputException e) {
      return e.getMessage();
    }
  }

  @Test
  void readsARecord() throws InvalidInputException {
    assertThat(Input.of(Point.class).read(object("{'x':1,'label':'one'}"))).isEqualTo(POINT);
  }

  @Test
  void checksARecordAgainstItsSchema() {
    assertThat(refusal(Input.of(Point.class), object("{'x':10}")))
        .isEqualTo("Invalid arguments: x: must have a maximum value of 9.");
  }

  @Test
  void tellsWhatOnlyTheRecordItselfKnows() {
    assertThat(refusal(Input.of(Samples.Range.class), object("{'least':2,'most':1}")))
        .isEqualTo("Invalid arguments: least must not be more than most");
  }

  @Test
  void aClosedRecordHasNoFieldThatItDoesNotName() {
    Input<Point> input = Input.of(Point.class);

    assertThat(input.schema()).isEqualTo(Schemas.ofInput(Point.class));
    assertThat(refusal(input, object("{'x':1,'y':2}"))).startsWith("Invalid arguments: property");
  }

  @Test
  void anOpenRecordPassesOverFieldsThatItDoesNotName() throws InvalidInputException {
    Input<Point> input = Input.open(Point.class);

    assertThat(input.schema()).isEqualTo(Schemas.ofOutput(Point.class));
    assertThat(input.read(object("{'x':1,'label':'one','y':2}"))).isEqualTo(POINT);
    assertThat(refusal(input, object("{'label':'one'}"))).contains("'x' not found");
  }

  @Test
  void countsNullAsAbsentForARecord() throws InvalidInputException {
    ObjectNode json = object("{'x':1,'label':null,'y':null}");

    assertThat(Input.of(Point.class).read(json)).isEqualTo(new Point(1, Optional.empty()));
    assertThat(Input.open(Point.class).read(json)).isEqualTo(new Point(1, Optional.empty()));
    assertThat(json).isEqualTo(object("{'x':1,'label':null,'y':null}"));
    assertThat(refusal(Input.of(Point.class), object("{'x':null}"))).contains("'x' not found");
  }

  @Test
  void countsNullAsAbsentAtTheTopOnly() {
    assertThat(refusal(Input.of(Samples.Everything.class), object("{'point':{'label':null}}")))
        .contains("point.label: null found, string expected");
  }

  @Test
  void readsJsonByASchemaOfItsOwn() throws InvalidInputException {
    ObjectNode schema = object("{'type':'object','properties':{'at':{'format':'date-time'}}}");
    Input<ObjectNode> input = Input.json(schema);

    assertThat(input.schema()).isEqualTo(schema);
    assertThat(input.read(object("{'any':null}"))).isEqualTo(object("{'any':null}"));
    assertThat(refusal(input, object("{'at':'noon'}")))
        .isEqualTo(
            "Invalid arguments: at: must be an RFC 3339 timestamp, such as 2026-11-22T12:00:00Z.");
  }

  @Test
  void keepsNullsForASchemaOfItsOwn() {
    Input<ObjectNode> input =
        Input.json(object("{'type':'object','properties':{'a':{'type':'string'}}}"));

    assertThat(refusal(input, object("{'a':null}"))).contains("a: null found, string expected");
  }

  @Test
  void copiesTheSchemaItIsGiven() {
    ObjectNode schema = object("{'type':'object'}");
    Input<ObjectNode> input = Input.json(schema);
    schema.put("type", "string");

    assertThat(input.schema()).isEqualTo(object("{'type':'object'}"));
  }

  @Test
  void refusesASchemaThatIsNotOfAnObjectAtOnce() {
    for (String schema : List.of("{}", "{'type':'array'}", "{'type':['object','null']}")) {
      assertThatIllegalArgumentException()
          .as(schema)
          .isThrownBy(() -> Input.json(object(schema)))
          .withMessage("the schema of an input must be of \"type\": \"object\"");
    }
  }

  @Test
  void refusesASchemaOutsideOfTheLimitsAtOnce() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Input.json(object("{'type':'object','$ref':'https://a.example/b'}")))
        .withMessageContaining("https://a.example/b");
  }

  record Undescribed(String text) {}

  @Test
  void looksAtARecordOnlyWhenAsked() {
    Input<Undescribed> input = Input.of(Undescribed.class);
    Input<Undescribed> open = Input.open(Undescribed.class);

    assertThatIllegalArgumentException().isThrownBy(input::schema);
    assertThatIllegalArgumentException().isThrownBy(() -> open.read(Json.object()));
  }

  @Test
  void derivesASchemaOnce() {
    Input<Point> input = Input.of(Point.class);

    assertThat(input.schema()).isSameAs(input.schema());
  }

  @Test
  void refusesMoreValuesThanAnyoneSends() throws InvalidInputException {
    Input<ObjectNode> input = Input.json(object("{'type':'object'}"));
    ObjectNode json = Json.object();
    ArrayNode many = json.putArray("many");
    for (int i = 2; i < Input.MAX_VALUES; i++) {
      many.add(i);
    }
    assertThat(input.read(json)).isSameAs(json);

    many.add(0);

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> input.read(json))
        .withMessage("Invalid arguments: more than 20000 values.");
  }

  @Test
  void refusesASchemaThatIsWrittenAsNoJsonObject() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Input.json("[]"))
        .withMessage("a schema that is no JSON object");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Input.json("{"))
        .withMessage("a schema that is no JSON");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Output.json("{}}"))
        .withMessage("a schema that is no JSON");
  }
}
