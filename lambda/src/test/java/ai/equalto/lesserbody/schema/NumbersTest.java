package ai.equalto.lesserbody.schema;

import static ai.equalto.lesserbody.testkit.TestJson.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.schema.Samples.Numbers;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What JSON Schema counts as an integer, and what a double may be. */
class NumbersTest {
  private static final Input<Numbers> INPUT = Input.of(Numbers.class);

  private static Numbers read(String field, String value) throws InvalidInputException {
    return INPUT.read(
        object("{'whole':1,'large':1,'real':1,'bounded':1}")
            .setAll(object("{'" + field + "':" + value + "}")));
  }

  private static void assertRefused(String field, String value, String rule) {
    assertThatExceptionOfType(InvalidInputException.class)
        .as(value)
        .isThrownBy(() -> read(field, value))
        .withMessage("Invalid arguments: " + field + ": " + rule + ".");
  }

  @ParameterizedTest
  @CsvSource({
    "42, 42",
    "42.0, 42",
    "4.2e1, 42",
    "1e3, 1000",
    "-1E+3, -1000",
    "1000e-3, 1",
    "0.0, 0",
    "-0.0, 0",
    "2147483647.0, 2147483647",
    "-2147483648.0, -2147483648",
  })
  void readsAWholeNumberHoweverItIsWritten(String written, int number)
      throws InvalidInputException {
    assertThat(read("whole", written).whole()).isEqualTo(number);
    assertThat(read("large", written).large()).isEqualTo(number);
  }

  @ParameterizedTest
  @CsvSource({
    "9007199254740991, 9007199254740991",
    "9007199254740991.0, 9007199254740991",
    "-9.007199254740991e15, -9007199254740991",
  })
  void readsALargeWholeNumberHoweverItIsWritten(String written, long number)
      throws InvalidInputException {
    assertThat(read("large", written).large()).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2147483649", "2147483649.0", "1e300", "1e19", "99999999999999999999"})
  void refusesWhatIsTooLargeForAnInt(String written) {
    assertRefused("whole", written, "must have a maximum value of 2147483647");
    assertRefused("whole", "-" + written, "must have a minimum value of -2147483648");
  }

  @Test
  void refusesWhatIsOneTooLargeForAnInt() {
    assertRefused("whole", "2147483648", "must have a maximum value of 2147483647");
  }

  @ParameterizedTest
  @ValueSource(strings = {"9007199254740992", "9007199254740992.0", "1e300", "1e19"})
  void refusesWhatIsTooLargeForALong(String written) {
    assertRefused("large", written, "must have a maximum value of 9007199254740991");
    assertRefused("large", "-" + written, "must have a minimum value of -9007199254740991");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "1e-1", "-0.1", "4.2e0"})
  void refusesWhatIsNotWhole(String written) {
    assertRefused("whole", written, "number found, integer expected");
    assertRefused("large", written, "number found, integer expected");
  }

  @ParameterizedTest
  @CsvSource({
    "0.1, 0.1",
    "42, 42",
    "-1e300, -1e300",
    "1e-300, 1e-300",
    "5e-324, 4.9E-324",
    "1e-999, 0",
    "9007199254740993, 9007199254740992",
    "100000000000000000000, 1e20",
  })
  void readsAReal(String written, double number) throws InvalidInputException {
    assertThat(read("real", written).real()).isEqualTo(number);
    assertThat(read("maybe", written).maybe()).contains(number);
  }

  @ParameterizedTest
  @CsvSource({"10, 10", "10.0, 10", "-1, -1", "-0.5, -0.5", "9.999, 9.999"})
  void readsARealWithinItsBounds(String written, double number) throws InvalidInputException {
    assertThat(read("bounded", written).bounded()).isEqualTo(number);
  }

  @Test
  void refusesARealOutsideOfItsBounds() {
    assertRefused("bounded", "10.000001", "must have a maximum value of 10");
    assertRefused("bounded", "1e300", "must have a maximum value of 10");
    assertRefused("bounded", "-1.000001", "must have a minimum value of -1");
    assertRefused("real", "'1'", "string found, number expected");
  }

  @Test
  void describesReals() {
    assertThat(SchemaDeriver.derive(Numbers.class).path("properties").toString().replace('"', '\''))
        .contains(
            "'real':{'type':'number','description':'c'}",
            "'bounded':{'type':'number','minimum':-1,'maximum':10,'description':'d'}",
            "'maybe':{'type':'number','description':'e'}",
            "'shares':{'type':'array','items':{'type':'number','minimum':0,'maximum':1},"
                + "'maxItems':3,'description':'f'}");
  }

  @Test
  void writesReals() {
    Numbers numbers = new Numbers(1, 2, 0.1, 10, Optional.of(1e300), List.of(0.5, -0.0));

    assertThat(Json.write(new RecordWriter<>(Numbers.class).write(numbers)))
        .isEqualTo(
            "{\"whole\":1,\"large\":2,\"real\":0.1,\"bounded\":10.0,\"maybe\":1.0E300,"
                + "\"shares\":[0.5,-0.0]}");
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void writesNothingThatIsNoNumber(double value) {
    RecordWriter<Numbers> writer = new RecordWriter<>(Numbers.class);

    for (Numbers numbers :
        List.of(
            new Numbers(1, 2, value, 1, Optional.empty(), List.of()),
            new Numbers(1, 2, 1, 1, Optional.of(value), List.of()),
            new Numbers(1, 2, 1, 1, Optional.empty(), List.of(value)))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> writer.write(numbers))
          .withMessage("JSON has no number for " + value);
    }
  }
}
