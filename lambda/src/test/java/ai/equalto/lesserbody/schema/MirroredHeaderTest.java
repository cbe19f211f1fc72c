package ai.equalto.lesserbody.schema;

import static ai.equalto.lesserbody.schema.HeaderParameters.Type.BOOLEAN;
import static ai.equalto.lesserbody.schema.HeaderParameters.Type.INTEGER;
import static ai.equalto.lesserbody.schema.HeaderParameters.Type.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.equalto.lesserbody.schema.HeaderParameters.Parameter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MirroredHeaderTest {
  record Place(@Description("a") @MirroredHeader("Zone") String zone) {}

  record Mirrored(
      @Description("a") @MirroredHeader("Region") String region,
      @Description("b") @MirroredHeader("Count") int count,
      @Description("c") @MirroredHeader("Big-Count") long bigCount,
      @Description("d") @MirroredHeader("Flag") boolean flag,
      @Description("e") @MirroredHeader("Order") Samples.Order order,
      @Description("f") @MirroredHeader("Maybe") Optional<Boolean> maybe,
      @Description("g") Place place,
      @Description("h") Optional<String> plain) {}

  @Test
  void saysInTheSchemaWhatIsMirrored() {
    assertThat(HeaderParameters.of(Schemas.ofInput(Mirrored.class)).all())
        .containsExactly(
            new Parameter("Region", List.of("region"), STRING),
            new Parameter("Count", List.of("count"), INTEGER),
            new Parameter("Big-Count", List.of("big_count"), INTEGER),
            new Parameter("Flag", List.of("flag"), BOOLEAN),
            new Parameter("Order", List.of("order"), STRING),
            new Parameter("Maybe", List.of("maybe"), BOOLEAN),
            new Parameter("Zone", List.of("place", "zone"), STRING));
    assertThat(SchemaDeriver.derive(Mirrored.class).at("/properties/region"))
        .hasToString("{\"type\":\"string\",\"description\":\"a\",\"x-mcp-header\":\"Region\"}");
  }

  record OnATime(@Description("a") @MirroredHeader("A") Instant value) {}

  record OnAReal(@Description("a") @MirroredHeader("A") double value) {}

  record OnAList(@Description("a") @MirroredHeader("A") List<String> value) {}

  record OnARecord(@Description("a") @MirroredHeader("A") Place value) {}

  record OnAnOptionalRecord(@Description("a") @MirroredHeader("A") Optional<Place> value) {}

  @ParameterizedTest
  @CsvSource({"OnATime", "OnAReal", "OnAList", "OnARecord", "OnAnOptionalRecord"})
  void refusesOtherTypesAndNamesTheComponent(String record) throws ClassNotFoundException {
    Class<?> type = Class.forName(getClass().getName() + "$" + record);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> SchemaDeriver.derive(type.asSubclass(Record.class)))
        .withMessage("@MirroredHeader does not fit the type of " + type.getName() + ".value");
  }

  record NoToken(@Description("a") @MirroredHeader("my region") String value) {}

  record Twice(
      @Description("a") @MirroredHeader("zone") String value, @Description("b") Place place) {}

  record InAList(@Description("a") List<Place> places) {}

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NoToken  | the header \"my region\" is no token, at value",
        "Twice    | two arguments have the header Zone",
        "InAList  | the header \"Zone\" stands where properties alone do not lead",
      })
  void refusesWhatClientsWouldRefuse(String record, String message) throws ClassNotFoundException {
    Class<?> type = Class.forName(getClass().getName() + "$" + record);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> SchemaDeriver.derive(type.asSubclass(Record.class)))
        .withMessage(message);
  }
}
