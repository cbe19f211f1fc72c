package ai.equalto.lesserbody.local;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.jsonrpc.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command against a real server that is well. */
class DoctorCommandTest {
  private static final Map<String, String> SECRET =
      Map.of("JWT_SECRET", "a secret that is long enough for HS256");

  @TempDir private Path folder;
  private LocalServer server;
  private final Terminal terminal = new Terminal(SECRET, Path.of("unused"), Clock.systemUTC());

  @BeforeEach
  void start() throws Exception {
    Host host = new Host(SECRET, folder, Clock.systemUTC(), new SecureRandom());
    server = LocalServer.start(host, 0, new Storage.InMemory());
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  private String token(String scopes) {
    Terminal other = new Terminal(SECRET, folder, Clock.systemUTC());
    other.run("token", "--username", "alice", "--scopes", scopes);
    return other.out();
  }

  private String url() {
    return server.endpoint().toString();
  }

  @Test
  void everyCheckThatCanBeRunOnThisMachinePasses() {
    String token = token("read");

    int code =
        terminal.runWithInput(
            token, "doctor", url(), "--token-file=-", "--origin=http://localhost:3000");

    assertThat(code).as(terminal.out()).isZero();
    assertThat(terminal.out())
        .contains("HTTP 403 insufficient_scope", "scripts see WWW-Authenticate")
        // The local instance publishes no metadata; plain HTTP and TLS are for https alone.
        .contains("\n26 ok, 1 warning, 0 failed, 4 not run")
        .doesNotContain(token.strip());
    assertThat(terminal.err()).isEmpty();
  }

  @Test
  void programsReadTheSameAsJson() throws Exception {
    Path file = Files.writeString(folder.resolve("token"), token("write"));

    assertThat(terminal.run("doctor", url(), "--json", "--token-file=" + file)).isZero();

    JsonNode report = Json.read(terminal.out().strip().getBytes(StandardCharsets.UTF_8));
    assertThat(report.path("url").textValue()).isEqualTo(url());
    assertThat(report.at("/findings/0/check").textValue()).isEqualTo("dns");
    assertThat(report.at("/summary/failed").intValue()).isZero();
    assertThat(report.at("/summary/ok").intValue()).isEqualTo(23);
  }

  @Test
  void withoutATokenItSaysLoudlyWhatWasNotRun() {
    assertThat(terminal.run("doctor", url())).isZero();

    assertThat(terminal.out()).contains("NOT RUN   tools-call", "give a token by --token-file");
    assertThat(terminal.err()).startsWith("WARNING: without --token-file");
  }

  @Test
  void aServerThatIsNotThereFails() throws Exception {
    server.close();

    assertThat(terminal.run("doctor", url())).isEqualTo(1);
    assertThat(terminal.out()).contains("FAILED    connection", "fix: ");
  }

  @Test
  void aFileWithoutATokenIsMistypedAndNotRepeated() {
    assertThat(terminal.runWithInput("not a \"token\"", "doctor", url(), "--token-file=-"))
        .isEqualTo(2);
    assertThat(terminal.err()).contains("--token-file holds nothing").doesNotContain("not a \"");
  }
}
