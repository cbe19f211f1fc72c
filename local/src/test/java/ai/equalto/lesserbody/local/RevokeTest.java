package ai.equalto.lesserbody.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command against the server that it is for. */
class RevokeTest {
  private static final Map<String, String> SECRET =
      Map.of("JWT_SECRET", "a secret that is long enough for HS256");

  @TempDir private Path folder;
  private LocalServer server;

  @BeforeEach
  void start() throws Exception {
    Host host = new Host(SECRET, folder, Clock.systemUTC(), new SecureRandom());
    server = LocalServer.start(host, 0, new Storage.InMemory());
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  private Terminal terminal(String... variables) {
    Map<String, String> environment = new HashMap<>(SECRET);
    for (int i = 0; i < variables.length; i += 2) {
      environment.put(variables[i], variables[i + 1]);
    }
    return new Terminal(environment, folder, Clock.systemUTC());
  }

  private String token(String scopes) {
    Terminal terminal = terminal();
    terminal.run("token", "--username", "alice", "--scopes", scopes);
    return terminal.out().strip();
  }

  private int ping(String token) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(server.endpoint())
                  .header("Authorization", "Bearer " + token)
                  .header("Content-Type", "application/json")
                  .POST(
                      BodyPublishers.ofString("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}"))
                  .build(),
              BodyHandlers.ofString())
          .statusCode();
    }
  }

  private String port() {
    return String.valueOf(server.endpoint().getPort());
  }

  @Test
  void aTokenFromStandardInputIsRevoked() throws Exception {
    String token = token("read");
    assertThat(ping(token)).isEqualTo(200);
    Terminal terminal = terminal("PORT", port());

    assertThat(terminal.runWithInput(token + "\n", "revoke", "--token", "-")).isZero();

    assertThat(terminal.out()).startsWith("Revoked");
    assertThat(ping(token)).isEqualTo(401);
    assertThat(ping(token("read"))).isEqualTo(200);
  }

  @Test
  void allOfAnIdentityIsRevokedAtAServerThatIsNamed() throws Exception {
    String admin = token("admin");
    Terminal terminal = terminal("MCP_TOKEN", admin);

    assertThat(terminal.run("revoke", "--identity=alice", "--url=" + server.endpoint())).isZero();

    assertThat(ping(admin)).isEqualTo(401);
  }

  @Test
  void aTokenWithoutTheScopeAdminIsExplained() {
    Terminal terminal = terminal("MCP_TOKEN", token("write"));

    assertThat(terminal.run("revoke", "--jti=x", "--url=" + server.endpoint())).isEqualTo(1);

    assertThat(terminal.err()).contains("scope admin").doesNotContain("eyJ");
  }

  @Test
  void aServerThatIsNotThereIsExplained() throws Exception {
    URI gone = server.endpoint();
    server.close();
    Terminal terminal = terminal("MCP_TOKEN", "secret-token");

    assertThat(terminal.run("revoke", "--jti=x", "--url=" + gone)).isEqualTo(1);

    assertThat(terminal.err()).contains("is the server running?").doesNotContain("secret-token");
  }

  @Test
  void aServerElsewhereNeedsATokenOfAnOperator() {
    Terminal terminal = terminal();

    assertThat(terminal.run("revoke", "--jti=x", "--url=https://a.example/mcp")).isEqualTo(2);
    assertThat(terminal.err()).contains("MCP_TOKEN");
  }
}
