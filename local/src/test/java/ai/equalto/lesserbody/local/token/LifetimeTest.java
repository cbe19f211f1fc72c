package ai.equalto.lesserbody.local.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LifetimeTest {
  @ParameterizedTest
  @CsvSource({"1s,PT1S", "30s,PT30S", "15m,PT15M", "2h,PT2H", "24h,PT24H", "86400s,PT24H"})
  void readsSecondsMinutesAndHours(String text, Duration duration) {
    assertThat(Lifetime.parse(text).duration()).isEqualTo(duration);
  }

  @ParameterizedTest
  @CsvSource({
    "0s,at least 1 second",
    "0h,at least 1 second",
    "25h,at most 24 hours",
    "1441m,at most 24 hours",
    "86401s,at most 24 hours",
    "999999h,at most 24 hours",
    "15,wants a number of",
    "-1s,wants a number of",
    "1d,wants a number of",
    "15 m,wants a number of",
    "1.5h,wants a number of",
    "99999999999999999999s,wants a number of",
  })
  void rejectsWhatIsOutOfRangeOrForm(String text, String message) {
    assertThatThrownBy(() -> Lifetime.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
