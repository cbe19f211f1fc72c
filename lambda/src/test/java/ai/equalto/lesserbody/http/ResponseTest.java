package ai.equalto.lesserbody.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResponseTest {
  @Test
  void doesNotChangeWithTheMapItWasMadeOf() {
    Map<String, String> headers = new HashMap<>(Map.of("X-Name", "first"));
    Response response = new Response(200, headers, "");

    headers.put("X-Name", "changed");

    assertThat(response.headers()).containsExactly(Map.entry("X-Name", "first"));
  }

  @Test
  void refusesToHaveItsHeadersChanged() {
    Map<String, String> headers = Response.empty(204).headers();

    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> headers.put("X-Name", "value"));
  }

  @Test
  void withAddsAFieldToACopy() {
    Response plain = Response.empty(204);
    Response more = plain.with("Allow", "GET");

    assertThat(plain.headers()).isEmpty();
    assertThat(more).isEqualTo(new Response(204, Map.of("Allow", "GET"), ""));
  }

  @Test
  void withReplacesAFieldOfThatName() {
    Response response = Response.json(200, "{}").with("Cache-Control", "public");

    assertThat(response.headers()).containsEntry("Cache-Control", "public").hasSize(2);
  }

  @Test
  void aDocumentIsNotForSharedCaches() {
    assertThat(Response.json(200, "{}").headers())
        .containsOnly(
            Map.entry("Content-Type", "application/json"), Map.entry("Cache-Control", "no-store"));
  }

  @Test
  void anErrorHasACodeAndADescription() {
    Response response = Response.error(404, "not_found", "Nothing here.");

    assertThat(response.status()).isEqualTo(404);
    assertThat(response.body())
        .isEqualTo("{\"error\":\"not_found\",\"error_description\":\"Nothing here.\"}");
  }
}
