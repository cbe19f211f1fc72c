package ai.equalto.lesserbody.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.equalto.lesserbody.http.Body;
import ai.equalto.lesserbody.transport.HttpCall.Method;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpCallTest {
  private static final URI THERE = URI.create("https://lesser.example/api?q=private");

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nX-Evil: 1", "a\nb", "a\rb", "a\0b", "\u010a", "é", "\u007f"})
  void refusesAHeaderValueThatCouldLeaveItsLine(String value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HttpCall.of(Method.GET, THERE, Map.of("X-Name", value)))
        .withMessage("value of X-Name has a forbidden character");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a:b", "a\r\nb", "é"})
  void refusesWhatIsNotAHeaderName(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HttpCall.of(Method.GET, THERE, Map.of(name, "value")))
        .withMessage("not the name of a header field");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Host", "content-length", "Transfer-Encoding", "Connection", "Expect", "TE"})
  void refusesHeadersThatFrameTheMessage(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HttpCall.of(Method.GET, THERE, Map.of(name, "0")))
        .withMessage(name + " is not for callers");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///etc/passwd",
        "/api",
        "https:///api",
        "https:api",
        "https://user:secret@lesser.example/",
        "https://lesser.example/#fragment",
        "https://lesser.example:65536/",
        "https://lesser.example/\u010a",
        "ftp://lesser.example/"
      })
  void refusesAUriThatIsNotPlainlyOfAHost(String uri) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HttpCall.of(Method.GET, URI.create(uri), Map.of()));
  }

  @Test
  void refusesABodyOfAGet() {
    Optional<Body> body = Optional.of(Body.of("{}"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HttpCall(Method.GET, THERE, Map.of(), body));
  }

  @Test
  void keepsSecretsOutOfItsText() {
    HttpCall call =
        new HttpCall(
            Method.POST,
            THERE,
            Map.of("Authorization", "Bearer secret"),
            Optional.of(Body.of("private")));

    assertThat(call).hasToString("POST https://lesser.example/api");
  }

  @Test
  void doesNotChangeWithTheHeadersItWasMadeOf() {
    HttpCall call = HttpCall.of(Method.GET, THERE, Map.of("Accept", "text/plain"));

    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> call.headers().put("X-Name", "a\r\nb"));
  }
}
