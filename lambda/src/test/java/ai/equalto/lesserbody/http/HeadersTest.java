package ai.equalto.lesserbody.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeadersTest {
  @Test
  void findsAFieldWhateverItsCase() {
    Headers headers = Headers.of(Map.of("Content-TYPE", List.of("text/plain")));

    assertThat(headers.value("content-type")).contains("text/plain");
    assertThat(headers.value("CONTENT-TYPE")).contains("text/plain");
  }

  @Test
  void keepsAValueAsItWasSent() {
    Headers headers = Headers.of(Map.of("X-Name", List.of("  MiXed, \t ")));

    assertThat(headers.value("x-name")).contains("  MiXed, \t ");
  }

  @Test
  void joinsTheValuesOfARepeatedField() {
    Headers headers = Headers.of(Map.of("Authorization", List.of("Bearer a", "Bearer b")));

    assertThat(headers.value("Authorization")).contains("Bearer a, Bearer b");
  }

  @Test
  void joinsFieldsWhoseNamesDifferInCaseOnly() {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    fields.put("Origin", List.of("https://a.example"));
    fields.put("ORIGIN", List.of("https://b.example"));

    assertThat(Headers.of(fields).value("origin")).contains("https://a.example, https://b.example");
  }

  @Test
  void aFieldWithoutValuesIsAbsent() {
    assertThat(Headers.of(Map.of("X-Empty", List.of())).value("X-Empty")).isEmpty();
  }

  @Test
  void aFieldWithAnEmptyValueIsPresent() {
    assertThat(Headers.of(Map.of("X-Empty", List.of(""))).value("X-Empty")).contains("");
  }

  @Test
  void aFieldThatWasNotSentIsAbsent() {
    assertThat(Headers.none().value("Authorization")).isEmpty();
  }

  @Test
  void doesNotChangeWithTheMapItWasMadeOf() {
    List<String> values = new ArrayList<>(List.of("first"));
    Map<String, List<String>> fields = new LinkedHashMap<>(Map.of("X-Name", values));
    Headers headers = Headers.of(fields);

    values.set(0, "changed");
    fields.clear();

    assertThat(headers.value("X-Name")).contains("first");
  }
}
