package ai.equalto.lesserbody.local.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DefaultBearerTest {
  private final DefaultBearer bearer = new DefaultBearer(() -> "a-token");

  @Test
  void addsATokenToARequestWithoutAuthorization() {
    assertThat(bearer.headers(Map.of("Accept", List.of("text/html"))))
        .containsOnly(
            Map.entry("Accept", List.of("text/html")),
            Map.entry("Authorization", List.of("Bearer a-token")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer another", "Basic YTpi", "Bearer", ""})
  void leavesAuthorizationAsItWasSent(String sent) {
    Map<String, List<String>> headers = Map.of("Authorization", List.of(sent));

    assertThat(bearer.headers(headers)).isEqualTo(headers);
  }
}
