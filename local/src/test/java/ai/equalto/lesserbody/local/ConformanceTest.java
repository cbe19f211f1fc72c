package ai.equalto.lesserbody.local;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.local.token.TokenMinter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConformanceTest {
  private static final Pattern ENDPOINT = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/mcp");

  @TempDir private Path temp;

  private final List<String> log = new CopyOnWriteArrayList<>();

  @Test
  void servesARequestWithoutAuthorizationAsTheTestAgent() throws Exception {
    Map<String, String> elsewhere = Map.of("LESSER_TABLE_NAME", "somebodys", "JWT_SECRET", "short");
    try (LocalServer server = ConformanceServer.start(host(elsewhere), 0, log::add)) {
      HttpResponse<String> answer = call(server.endpoint());

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).contains("\"isError\":false");
    }
    assertThat(log)
        .singleElement()
        .asString()
        .contains("\"identity\":\"conformance\"", "\"tool\":\"test_simple_text\"");
    assertThat(temp).isEmptyDirectory();
  }

  @Test
  void refusesATokenOfTheUsersOwnSecret() throws Exception {
    Host host = host(Map.of());
    String token = new TokenMinter(host.secret(), host.clock()).mint(ConformanceServer.EVERYTHING);
    try (LocalServer server = ConformanceServer.start(host, 0, log::add)) {
      assertThat(call(server.endpoint(), "Authorization", "Bearer " + token).statusCode())
          .isEqualTo(401);
      assertThat(call(server.endpoint(), "Authorization", "").statusCode()).isEqualTo(401);
    }
  }

  @Test
  void saysHowToPointTheSuiteAtItAndEndsWell() throws Exception {
    try (ServeProcess server = ServeProcess.start(temp, "conformance", "--port=0")) {
      String welcome = server.welcome();
      Matcher endpoint = ENDPOINT.matcher(welcome);

      assertThat(endpoint.find()).isTrue();
      assertThat(welcome)
          .contains(
              "\nnpx @modelcontextprotocol/conformance@0.2.0-alpha.12 server --url "
                  + endpoint.group()
                  + " --requirements 2026-07-28\n");
      assertThat(call(URI.create(endpoint.group())).statusCode()).isEqualTo(200);
      assertThat(server.stop("INT")).isZero();
      assertThat(temp.resolve(".local")).doesNotExist();
    }
  }

  @Test
  void aCheckThatIsInterruptedEndsWhatItStarted() throws Exception {
    Path node = temp.resolve("node");
    Files.writeString(node, "#!/bin/sh\nexec sleep 300\n");
    Files.setPosixFilePermissions(node, PosixFilePermissions.fromString("rwx------"));
    Map<String, String> path = Map.of("PATH", temp + ":" + System.getenv("PATH"));
    try (ServeProcess check = ServeProcess.start(temp, path, "conformance", "--check")) {
      ProcessHandle child = check.child();

      assertThat(check.stop("TERM")).isNotZero();
      assertThat(child.onExit().get(20, TimeUnit.SECONDS).isAlive()).isFalse();
    }
    assertThat(Files.getPosixFilePermissions(temp.resolve(".local")))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
  }

  private Host host(Map<String, String> environment) {
    return new Host(environment, temp, Clock.systemUTC(), new SecureRandom());
  }

  private static HttpResponse<String> call(URI endpoint, String... headers)
      throws IOException, InterruptedException {
    var body = Json.object().put("jsonrpc", "2.0").put("id", 1).put("method", "tools/call");
    body.putObject("params").put("name", "test_simple_text").putObject("arguments");
    String[] all =
        Stream.concat(
                Stream.of("Content-Type", "application/json", "MCP-Protocol-Version", "2025-11-25"),
                Stream.of(headers))
            .toArray(String[]::new);
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .headers(all)
            .POST(HttpRequest.BodyPublishers.ofString(Json.write(body)))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.ofString());
    }
  }
}
