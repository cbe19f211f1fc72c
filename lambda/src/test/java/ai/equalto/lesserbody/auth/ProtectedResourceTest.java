package ai.equalto.lesserbody.auth;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.http.Request;
import ai.equalto.lesserbody.http.Response;
import ai.equalto.lesserbody.http.TestRequests;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProtectedResourceTest {
  private static final Request REQUEST =
      TestRequests.of("GET", "/mcp", "Host", "evil.example", "X-Forwarded-Host", "evil.example");

  private static ProtectedResource resource(String endpoint, String authorizationServer) {
    return new ProtectedResource(
        Optional.ofNullable(endpoint).map(URI::create),
        Optional.ofNullable(authorizationServer).map(URI::create),
        List.of(),
        Optional.empty());
  }

  @Test
  void isFoundWhereItIsConfigured() {
    ProtectedResource resource = resource("https://body.example/mcp", null);

    assertThat(resource.identifier(REQUEST)).isEqualTo("https://body.example/mcp");
    assertThat(resource.metadataUrl(REQUEST))
        .isEqualTo("https://body.example/.well-known/oauth-protected-resource/mcp");
  }

  @Test
  void isOtherwiseFoundAtTheGatewayWhateverTheCallerWrites() {
    ProtectedResource resource = resource(null, null);

    assertThat(resource.identifier(REQUEST)).isEqualTo("https://gateway.example/live/mcp");
    assertThat(resource.metadataUrl(REQUEST))
        .isEqualTo("https://gateway.example/live/.well-known/oauth-protected-resource/mcp");
  }

  @Test
  void describesItselfAsConfigured() {
    Response response =
        resource("https://body.example/mcp", "https://lesser.example").metadata(REQUEST);

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.headers())
        .containsEntry("Content-Type", "application/json")
        .containsEntry("Cache-Control", "public, max-age=60");
    assertThat(response.body())
        .isEqualTo(
            """
            {"resource":"https://body.example/mcp","resource_name":"lesser-body",\
            "authorization_servers":["https://lesser.example"],\
            "scopes_supported":["read","write"],"bearer_methods_supported":["header"]}\
            """);
  }

  @Test
  void namesItsOwnHostAsTheIssuerWhereNoneIsConfigured() {
    assertThat(resource("https://body.example/mcp", null).metadata(REQUEST).body())
        .contains("\"authorization_servers\":[\"https://body.example\"]");
    assertThat(resource(null, null).metadata(REQUEST).body())
        .contains("\"resource\":\"https://gateway.example/live/mcp\"")
        .contains("\"authorization_servers\":[\"https://gateway.example/live\"]")
        .doesNotContain("evil");
  }

  @Test
  void keepsAnEndpointWhosePathIsAnother() {
    assertThat(resource("https://body.example/other", null).metadataUrl(REQUEST))
        .isEqualTo("https://body.example/other/.well-known/oauth-protected-resource/mcp");
  }
}
