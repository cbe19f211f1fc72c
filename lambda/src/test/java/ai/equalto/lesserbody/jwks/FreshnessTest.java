package ai.equalto.lesserbody.jwks;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.http.Headers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FreshnessTest {
  private static Duration of(String... cacheControl) {
    return Freshness.of(Headers.of(Map.of("cache-control", List.of(cacheControl))));
  }

  @Test
  void isFiveMinutesWhereTheIssuerSaysNothing() {
    assertThat(Freshness.of(Headers.none())).isEqualTo(Duration.ofMinutes(5));
    assertThat(of("public, s-maxage=7, x-max-age=7")).isEqualTo(Duration.ofMinutes(5));
    assertThat(of("max-age=soon")).isEqualTo(Duration.ofMinutes(5));
  }

  @ParameterizedTest
  @CsvSource({"60,60", "61,61", "3599,3599", "3600,3600"})
  void isWhatTheIssuerSaysBetweenAMinuteAndAnHour(long said, long seconds) {
    assertThat(of("public, Max-Age=" + said)).isEqualTo(Duration.ofSeconds(seconds));
    assertThat(of("must-revalidate", "max-age=\"" + said + "\""))
        .isEqualTo(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"max-age=0", "max-age=59", "no-store", "no-cache, max-age=3000", "NO-STORE"})
  void isAMinuteAtLeast(String cacheControl) {
    assertThat(of(cacheControl)).isEqualTo(Duration.ofMinutes(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"3601", "999999999", "1000000000", "99999999999999999999999999"})
  void isAnHourAtMost(String said) {
    assertThat(of("max-age=" + said)).isEqualTo(Duration.ofHours(1));
  }
}
