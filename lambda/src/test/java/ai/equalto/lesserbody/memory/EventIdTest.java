package ai.equalto.lesserbody.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventIdTest {
  private static final Instant TIME = Instant.parse("2026-01-01T00:00:00.123Z");

  @Test
  void readsTheTimeOfTheSpecificationsExample() {
    assertThat(EventId.parse("01ARZ3NDEKTSV4RRFFQ69G5FAV").orElseThrow().time())
        .isEqualTo(Instant.ofEpochMilli(1469922850259L));
  }

  @Test
  void readsLowerCaseAsUpperCase() {
    assertThat(EventId.parse("01arz3ndektsv4rrffq69g5fav"))
        .contains(new EventId("01ARZ3NDEKTSV4RRFFQ69G5FAV"));
  }

  @Test
  void readsTheGreatestUlid() {
    assertThat(EventId.parse("7ZZZZZZZZZZZZZZZZZZZZZZZZZ").orElseThrow().time())
        .isEqualTo(Instant.ofEpochMilli((1L << 48) - 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "80000000000000000000000000",
        "01ARZ3NDEKTSV4RRFFQ69G5FA",
        "01ARZ3NDEKTSV4RRFFQ69G5FAVV",
        "01ARZ3NDEKTSV4RRFFQ69G5FAI",
        "01ARZ3NDEKTSV4RRFFQ69G5FAL",
        "01ARZ3NDEKTSV4RRFFQ69G5FAO",
        "01ARZ3NDEKTSV4RRFFQ69G5FAU",
        "01ARZ3NDEK-SV4RRFFQ69G5FAV",
        " 01ARZ3NDEKTSV4RRFFQ69G5FA",
        "01ARZ3NDEKTSV4RRFFQ69G5FAV\n",
        "01ARZ3NDEKTſV4RRFFQ69G5FAV",
        ""
      })
  void readsNothingElse(String text) {
    assertThat(EventId.parse(text)).isEmpty();
  }

  @Test
  void generatesAnIdOfTheTimeToTheMillisecond() {
    Instant finer = TIME.plusNanos(999_999);
    assertThat(EventId.generate(finer, new Random(1)).time()).isEqualTo(TIME);
  }

  @Test
  void generatesDifferentIdsForTheSameTime() {
    Random random = new Random(1);
    assertThat(EventId.generate(TIME, random)).isNotEqualTo(EventId.generate(TIME, random));
  }

  @Test
  void generatesNoIdForATimeThatNoneCanHave() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EventId.generate(Instant.EPOCH.minusMillis(1), new Random(1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EventId.generate(EventId.LATEST.plusMillis(1), new Random(1)));
  }

  @Test
  void theBoundsOfAMillisecondHoldItsIdsAndNoOthers() {
    String id = EventId.generate(TIME, new Random(1)).text();
    assertThat(id)
        .isBetween(EventId.first(TIME).text(), EventId.last(TIME).text())
        .isGreaterThan(EventId.last(TIME.minusMillis(1)).text())
        .isLessThan(EventId.first(TIME.plusMillis(1)).text());
  }

  @Test
  void theBoundsOfATimeThatNoIdCanHaveAreThoseOfTheNearest() {
    assertThat(EventId.first(Instant.MIN).text()).isEqualTo("0".repeat(26));
    assertThat(EventId.last(Instant.MAX)).isEqualTo(EventId.last(EventId.LATEST));
  }
}
