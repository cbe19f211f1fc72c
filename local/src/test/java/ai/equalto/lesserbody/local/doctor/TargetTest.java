package ai.equalto.lesserbody.local.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetTest {
  @Test
  void knowsItsPlaces() {
    Target target = Target.parse("https://api.example/live/mcp");

    assertThat(target.beside("/healthz")).hasToString("https://api.example/live/healthz");
    assertThat(target.metadata())
        .hasToString("https://api.example/live/.well-known/oauth-protected-resource/mcp");
    assertThat(target.metadataOfRfc())
        .hasToString("https://api.example/.well-known/oauth-protected-resource/live/mcp");
    assertThat(target.plainHealth()).hasToString("http://api.example/live/healthz");
    assertThat(target.port()).isEqualTo(443);
  }

  @ParameterizedTest
  @CsvSource({
    "api.example, did you mean https://api.example/mcp?",
    "https://api.example/, did you mean https://api.example/mcp?",
    "https://api.example/live, did you mean https://api.example/live/mcp?",
    "http://api.example/mcp, must be https",
    "ftp://api.example/mcp, must be https",
    "https://user@api.example/mcp, must be https",
    "https:///mcp, name a host",
    "https://api.example/mcp?a=b, no query",
    "https://api.example/mcp#a, no query"
  })
  void refusesWhatIsNoEndpointAndSaysWhatWasMeant(String url, String words) {
    assertThatThrownBy(() -> Target.parse(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(words);
  }
}
