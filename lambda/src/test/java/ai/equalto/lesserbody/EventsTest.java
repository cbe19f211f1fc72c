package ai.equalto.lesserbody;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.TestServer.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The events that are shipped for {@code sam local invoke} are answered as their page says. */
class EventsTest {
  private static final Path EVENTS = Path.of("../events");

  private final TestServer server = new TestServer(Map.of());

  @ParameterizedTest
  @CsvSource({
    "discovery-mcp-json, 200, 200",
    "discovery-protected-resource, 200, 200",
    "legacy-initialize, 200, 401",
    "legacy-tools-call, 200, 401",
    "legacy-tools-list, 200, 401",
    "modern-server-discover, 200, 401",
    "modern-tools-call, 200, 401",
    "modern-tools-list, 200, 401",
    "modern-without-token, 401, 401",
  })
  void isAnsweredWithATokenAndAsItIs(String name, int withToken, int asItIs) throws IOException {
    String event = Files.readString(EVENTS.resolve(name + ".json"));

    Reply reply = server.send(event.replace("${TOKEN}", TestServer.token("alice", "read")));

    assertThat(reply.status()).isEqualTo(withToken);
    assertThat(reply.json().has("error")).isEqualTo(withToken == 401);
    assertThat(server.send(event).status()).isEqualTo(asItIs);
  }

  @Test
  void everyFileIsPlayed() throws IOException {
    try (Stream<Path> files = Files.list(EVENTS)) {
      assertThat(files.filter(file -> file.toString().endsWith(".json"))).hasSize(9);
    }
  }
}
