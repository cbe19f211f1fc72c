package ai.equalto.lesserbody.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaDeriverTest {
  private static final String INT = "{'type':'integer','minimum':-2147483648,'maximum':2147483647,";
  private static final String LONG =
      "{'type':'integer','minimum':-9007199254740991,'maximum':9007199254740991,";

  private static String property(Class<? extends Record> type, String name) {
    return SchemaDeriver.derive(type).path("properties").path(name).toString().replace('"', '\'');
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "text        | {'type':'string','description':'A text.'}",
        "flag        | {'type':'boolean','description':'A flag.'}",
        "created_at  | {'type':'string','format':'date-time','description':'A time.'}",
        "sort_order  | {'type':'string','enum':['asc','desc','newest_first'],"
            + "'description':'An order.'}",
        "tags        | {'type':'array','items':{'type':'string'},'description':'Texts.'}",
        "note        | {'type':'string','description':'Perhaps a text.'}",
        "maybe_flag  | {'type':'boolean','description':'Perhaps a flag.'}",
        "before      | {'type':'string','format':'date-time','description':'Perhaps a time.'}",
        "maybe_order | {'type':'string','enum':['asc','desc','newest_first'],"
            + "'description':'Perhaps an order.'}",
        "maybe_tags  | {'type':'array','items':{'type':'string'},'description':'Perhaps texts.'}",
      })
  void describesEachKindOfValue(String name, String schema) {
    assertThat(property(Samples.Everything.class, name)).isEqualTo(schema);
  }

  @Test
  void boundsNumbersByWhatTheirTypeAndJavaScriptHold() {
    assertThat(property(Samples.Everything.class, "count"))
        .isEqualTo(INT + "'description':'An int.'}");
    assertThat(property(Samples.Everything.class, "limit"))
        .isEqualTo(INT + "'description':'Perhaps an int.'}");
    assertThat(property(Samples.Everything.class, "big_count"))
        .isEqualTo(LONG + "'description':'A long.'}");
    assertThat(property(Samples.Everything.class, "big_limit"))
        .isEqualTo(LONG + "'description':'Perhaps a long.'}");
  }

  @Test
  void describesRecordsInRecords() {
    String point =
        "'type':'object','properties':{"
            + "'x':{'type':'integer','minimum':-9,'maximum':9,'description':'Across.'},"
            + "'label':{'type':'string','maxLength':5,'description':'A label.'}},"
            + "'required':['x']";

    assertThat(property(Samples.Everything.class, "point"))
        .isEqualTo("{" + point + ",'description':'A record.'}");
    assertThat(property(Samples.Everything.class, "maybe_point"))
        .isEqualTo("{" + point + ",'description':'Perhaps a record.'}");
    assertThat(property(Samples.Everything.class, "points"))
        .isEqualTo("{'type':'array','items':{" + point + "},'description':'Records.'}");
  }

  @Test
  void requiresWhatIsNeitherOptionalNorAList() {
    JsonNode required = SchemaDeriver.derive(Samples.Everything.class).path("required");

    assertThat(StreamSupport.stream(required.spliterator(), false).map(JsonNode::textValue))
        .containsExactly("text", "count", "big_count", "flag", "created_at", "sort_order", "point");
    assertThat(SchemaDeriver.derive(Samples.Empty.class))
        .hasToString("{\"type\":\"object\",\"properties\":{}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "text      | {'type':'string','minLength':1,'maxLength':3,'description':'a'}",
        "at_most   | {'type':'string','maxLength':3,'description':'b'}",
        "name      | {'type':'string','pattern':'^[a-z]+$','minLength':2,'maxLength':8,"
            + "'description':'c'}",
        "from_zero | {'type':'integer','minimum':0,'maximum':10,'description':'d'}",
        "around    | {'type':'integer','minimum':-5,'maximum':5,'description':'e'}",
        "tags      | {'type':'array','items':{'type':'string','pattern':'^t','minLength':1,"
            + "'maxLength':4},'maxItems':2,'description':'f'}",
        "dice      | {'type':'array','items':{'type':'integer','minimum':1,'maximum':6},"
            + "'description':'g'}",
        "outside   | {'type':'integer','minimum':1,'maximum':9,'description':'h'}",
        "inside    | {'type':'integer','minimum':1,'maximum':9,'description':'i'}",
        "deep      | {'type':'array','items':{'type':'string','maxLength':3},'minItems':1,"
            + "'maxItems':2,'description':'j'}",
      })
  void saysTheBoundsWhereverTheyAreWritten(String name, String schema) {
    assertThat(property(Samples.Bounded.class, name)).isEqualTo(schema);
  }

  record Undescribed(@Description("a") String fine, String forgotten) {}

  record UndescribedInside(@Description("a") List<Undescribed> list) {}

  @ParameterizedTest
  @ValueSource(classes = {Undescribed.class, UndescribedInside.class})
  void refusesAComponentWithoutADescriptionAndNamesIt(Class<?> type) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SchemaDeriver.derive(type.asSubclass(Record.class)))
        .withMessage(Undescribed.class.getName() + ".forgotten has no @Description");
  }

  record WithFloat(@Description("a") float value) {}

  record WithDecimal(@Description("a") List<BigDecimal> value) {}

  record WithMap(@Description("a") Map<String, String> value) {}

  record WithSet(@Description("a") Set<String> value) {}

  record WithByte(@Description("a") byte value) {}

  record WithWildcard(@Description("a") List<? extends Record> value) {}

  record WithRawList(@Description("a") @SuppressWarnings("rawtypes") List value) {}

  record WithVariable<T>(@Description("a") T value) {}

  record WithObject(@Description("a") Optional<Object> value) {}

  @ParameterizedTest
  @CsvSource({
    "WithFloat, float",
    "WithDecimal, java.math.BigDecimal",
    "WithMap, 'java.util.Map<java.lang.String, java.lang.String>'",
    "WithSet, java.util.Set<java.lang.String>",
    "WithByte, byte",
    "WithWildcard, ? extends java.lang.Record",
    "WithRawList, java.util.List",
    "WithVariable, T",
    "WithObject, java.lang.Object"
  })
  void refusesATypeThatNoSchemaSpeaksOfAndNamesIt(String type, String named)
      throws ClassNotFoundException {
    Class<?> record = Class.forName(getClass().getName() + "$" + type);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> SchemaDeriver.derive(record.asSubclass(Record.class)))
        .withMessage("a tool's record cannot hold a " + named);
  }
}
