package ai.equalto.lesserbody.schema;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.equalto.lesserbody.schema.Samples.Order;
import ai.equalto.lesserbody.schema.Samples.Point;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits that would limit nothing, or more than their type holds. */
class LimitsTest {
  record MatchesInt(@Description("a") @Matches("a") int value) {}

  record MatchesList(@Description("a") @Matches("a") List<String> value) {}

  record MatchesElements(@Description("a") List<@Matches("a") Boolean> value) {}

  record MatchesOptional(@Description("a") @Matches("a") Optional<Instant> value) {}

  record MatchesEnum(@Description("a") @Matches("a") Order value) {}

  record MatchesReal(@Description("a") @Matches("a") double value) {}

  record MatchesRecord(@Description("a") @Matches("a") Point value) {}

  @ParameterizedTest
  @ValueSource(
      classes = {
        MatchesInt.class,
        MatchesList.class,
        MatchesElements.class,
        MatchesOptional.class,
        MatchesEnum.class,
        MatchesReal.class,
        MatchesRecord.class
      })
  void refusesAPatternForWhatIsNoTextAndNamesTheComponent(Class<?> type) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SchemaDeriver.derive(type.asSubclass(Record.class)))
        .withMessage("@Matches does not fit the type of " + type.getName() + ".value");
  }

  record BoundsFlag(@Description("a") @Bounds(max = 1) boolean value) {}

  record BoundsEnum(@Description("a") @Bounds(max = 1) Order value) {}

  record BoundsTime(@Description("a") @Bounds(max = 1) Instant value) {}

  record BoundsRecord(@Description("a") @Bounds(max = 1) Point value) {}

  record BoundsOptional(@Description("a") Optional<@Bounds(max = 1) Boolean> value) {}

  record BoundsElements(@Description("a") List<@Bounds(max = 1) Instant> value) {}

  @ParameterizedTest
  @ValueSource(
      classes = {
        BoundsFlag.class,
        BoundsEnum.class,
        BoundsTime.class,
        BoundsRecord.class,
        BoundsOptional.class,
        BoundsElements.class
      })
  void refusesBoundsForWhatHasNoneAndNamesTheComponent(Class<?> type) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SchemaDeriver.derive(type.asSubclass(Record.class)))
        .withMessage("@Bounds does not fit the type of " + type.getName() + ".value");
  }

  record TooLong(@Description("a") @Bounds(max = 1L << 31) String value) {}

  record TooShort(@Description("a") @Bounds(min = -1, max = 1) List<String> value) {}

  record WiderThanInt(@Description("a") @Bounds(max = 1L << 31) int value) {}

  record LowerThanInt(
      @Description("a") @Bounds(min = -1L << 32, max = 1) Optional<Integer> value) {}

  record WiderThanExact(@Description("a") @Bounds(max = 1L << 53) long value) {}

  record UpsideDown(@Description("a") @Bounds(min = 2, max = 1) double value) {}

  @ParameterizedTest
  @CsvSource({
    "TooLong, 0, 2147483648",
    "TooShort, -1, 1",
    "WiderThanInt, 0, 2147483648",
    "LowerThanInt, -4294967296, 1",
    "WiderThanExact, 0, 9007199254740992",
    "UpsideDown, 2, 1",
  })
  void refusesBoundsThatTheTypeDoesNotHold(String record, String least, String most)
      throws ClassNotFoundException {
    Class<?> type = Class.forName(getClass().getName() + "$" + record);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> SchemaDeriver.derive(type.asSubclass(Record.class)))
        .withMessage(
            "@Bounds from %s to %s do not fit %s.value".formatted(least, most, type.getName()));
  }

  record LimitedTwice(@Description("a") @Bounds(max = 5) Optional<@Matches("a") String> value) {}

  @Test
  void refusesLimitsOnBothSidesOfAnOptional() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SchemaDeriver.derive(LimitedTwice.class))
        .withMessage(
            "limits stand both before the Optional and inside it: "
                + LimitedTwice.class.getName()
                + ".value");
  }
}
