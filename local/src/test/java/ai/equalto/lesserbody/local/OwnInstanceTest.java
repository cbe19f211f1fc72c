package ai.equalto.lesserbody.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Lesser instance that comes with the local server. */
class OwnInstanceTest {
  private static final String ME = "/api/v1/accounts/verify_credentials";
  private static final String METADATA = "/.well-known/oauth-protected-resource";

  @TempDir private Path folder;

  @Test
  void takesTheTokensOfTheServer() throws Exception {
    try (LocalServer server = start(Map.of())) {
      assertThat(get(server.lesser() + ME, token()).body()).contains("\"username\":\"carol\"");
      assertThat(get(server.lesser() + ME, token("--audience=" + server.endpoint())).statusCode())
          .isEqualTo(200);
      assertThat(get(server.lesser() + ME, token("--audience=https://x")).statusCode())
          .isEqualTo(401);
    }
  }

  @Test
  void isWhereTheServerSaysThatTokensComeFrom() throws Exception {
    try (LocalServer server = start(Map.of())) {
      String metadata = get(server.endpoint().resolve(METADATA).toString(), token()).body();

      assertThat(metadata).contains("\"authorization_servers\":[\"" + server.lesser() + "\"]");
    }
  }

  @Test
  void isNotStartedWhereAnotherIsNamed() throws Exception {
    try (LocalServer server = start(Map.of("LESSER_API_BASE_URL", "https://social.example"))) {
      assertThat(server.lesser()).isEqualTo("https://social.example");
    }
  }

  @Test
  void needsNoTablesWhereThoseAreElsewhere() throws Exception {
    try (LocalServer server = start(Map.of("LESSER_TABLE_NAME", "elsewhere"))) {
      assertThat(get(server.lesser() + ME, token()).statusCode()).isEqualTo(200);
    }
  }

  private LocalServer start(Map<String, String> environment) throws IOException {
    Host host = new Host(environment, folder, Clock.systemUTC(), new SecureRandom());
    return LocalServer.start(host, 0, new Storage.InMemory());
  }

  private String token(String... more) {
    Terminal terminal = new Terminal(Map.of(), folder, Clock.systemUTC());
    String line = String.join(" ", "token --username carol", String.join(" ", more)).strip();
    assertThat(terminal.run(line.split(" ", -1))).isZero();
    return terminal.out().strip();
  }

  private static HttpResponse<String> get(String url, String token)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + token).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.ofString());
    }
  }
}
