package ai.equalto.lesserbody.local;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.jsonrpc.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServeTest {
  private static final Pattern READY = Pattern.compile("(http://127\\.0\\.0\\.1:(\\d+)/mcp)\\n");

  @TempDir private Path temp;

  @Test
  void greetsWithEndpointTokenRequestAndConfiguration() throws Exception {
    try (ServeProcess server = ServeProcess.start(temp, "--in-memory", "--port", "0")) {
      String welcome = server.welcome();

      Matcher endpoint = READY.matcher(welcome);
      assertThat(endpoint.find()).isTrue();
      assertThat(welcome)
          .containsSubsequence(
              endpoint.group(1),
              "\nIts Lesser instance is at http://127.0.0.1:",
              "good for 24 hours:\neyJ",
              "\ncurl -sS " + endpoint.group(1),
              "\"mcpServers\"");
      assertThat(answer(line(welcome, "curl")).statusCode()).isEqualTo(200);
      JsonNode client =
          Json.read(
              welcome
                  .substring(welcome.indexOf("\n{") + 1, welcome.indexOf("\n}") + 2)
                  .getBytes(StandardCharsets.UTF_8));
      JsonNode entry = client.at("/mcpServers/lesser-body");
      assertThat(entry.path("url").asText()).isEqualTo(endpoint.group(1));
      assertThat(entry.at("/headers/Authorization").asText())
          .isEqualTo("Bearer " + line(welcome, "eyJ"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  void endsWellWhenItIsInterrupted(String signal) throws Exception {
    try (ServeProcess server = ServeProcess.start(temp, "serve", "--port=0")) {
      Matcher endpoint = READY.matcher(server.welcome());
      assertThat(endpoint.find()).isTrue();

      assertThat(server.stop(signal)).isZero();
      assertThat(server.errors()).doesNotContain("Exception", "\tat ");
      assertPortIsFree(Integer.parseInt(endpoint.group(2)));
    }
  }

  @Test
  void twoServersCannotShareTheirData() throws Exception {
    try (ServeProcess first = ServeProcess.start(temp, "--port=0")) {
      first.welcome();
      try (ServeProcess second = ServeProcess.start(temp, "--port=0")) {
        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.errors()).contains("is in use by another server").doesNotContain("\tat ");
      }
    }
  }

  private static void assertPortIsFree(int port) throws IOException {
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    try (ServerSocket socket = new ServerSocket(port, 1, loopback)) {
      assertThat(socket.isBound()).isTrue();
    }
  }

  private static String line(String text, String start) {
    return text.lines().filter(line -> line.startsWith(start)).findFirst().orElseThrow();
  }

  /** Sends what the curl command would. */
  private static HttpResponse<String> answer(String curl) throws IOException, InterruptedException {
    Matcher url = Pattern.compile("^curl -sS (\\S+) ").matcher(curl);
    Matcher body = Pattern.compile(" -d '([^']*)'$").matcher(curl);
    assertThat(url.find() && body.find()).isTrue();
    var request = HttpRequest.newBuilder(URI.create(url.group(1)));
    Matcher header = Pattern.compile(" -H '([^:']+): ([^']*)'").matcher(curl);
    while (header.find()) {
      request.header(header.group(1), header.group(2));
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          request.POST(HttpRequest.BodyPublishers.ofString(body.group(1))).build(),
          BodyHandlers.ofString());
    }
  }
}
