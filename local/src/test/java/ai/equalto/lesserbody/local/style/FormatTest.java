package ai.equalto.lesserbody.local.style;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FormatTest {
  @Test
  void everySourceIsInGoogleStyle() throws Exception {
    assertThat(FormatSources.unformatted().stream().map(SourceFiles::fromTop))
        .as("not in Google's style; fix with: mvn -q -N -Pformat validate")
        .isEmpty();
  }
}
