package ai.equalto.lesserbody.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1970-01-01T00:00:00Z",
        "1969-12-31T23:59:59.999999999Z",
        "2024-02-29T12:00:00Z",
        "2026-03-01T12:00:00.1Z",
        "2026-03-01T12:00:00.001Z",
        "2026-03-01T12:00:00.000001Z",
        "2026-03-01T12:00:00.000000001Z",
        "2026-03-01T12:34:00Z",
        "2026-03-01T12:34:56Z",
        "2026-03-01T12:34:56.12Z",
        "2026-12-31T23:59:59.123456789Z",
        "9999-12-31T23:59:59.999Z",
        "+12345-01-01T00:00:00Z",
        "0000-01-01T00:00:00Z",
        "-0001-01-01T00:00:00Z"
      })
  void writesATimeAsThePlatformDoes(String time) {
    Instant instant = Instant.parse(time);

    assertThat(LogText.of(instant)).isEqualTo(instant.toString());
  }

  @Test
  void writesAnyTimeAsThePlatformDoes() {
    Random random = new Random(1);
    Instant end = Instant.parse("9999-12-31T23:59:59Z");
    long[] precisions = {1, 1_000, 1_000_000, 1_000_000_000};
    for (int i = 0; i < 100_000; i++) {
      long second = random.nextLong(end.getEpochSecond());
      long precision = precisions[i % precisions.length];
      Instant instant =
          Instant.ofEpochSecond(
              i % 3 == 0 ? second / 60 * 60 : second,
              random.nextInt(1_000_000_000) / precision * precision);

      assertThat(LogText.of(instant)).isEqualTo(instant.toString());
    }
  }

  @Test
  void writesEachSecondOfADayAsThePlatformDoes() {
    Instant start = Instant.parse("2026-03-01T00:00:00Z");
    for (int second = 0; second < Duration.ofDays(1).toSeconds(); second++) {
      Instant instant = start.plusSeconds(second);

      assertThat(LogText.of(instant)).isEqualTo(instant.toString());
    }
  }
}
