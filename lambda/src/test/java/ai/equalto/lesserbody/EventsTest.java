package ai.equalto.lesserbody;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.TestServer.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

  /** The rehearsal compares each answer with what is expected. */
  @Test
  void everyFileHasItsAnswerAndIsExplained() throws IOException {
    List<String> events = names(EVENTS);

    assertThat(events).hasSizeGreaterThan(9).isEqualTo(names(EVENTS.resolve("expected")));
    assertThat(Files.readString(EVENTS.resolve("README.md")))
        .contains(events.stream().map(name -> "| `" + name + "` |").toList());
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".json"))
          .sorted()
          .toList();
    }
  }
}
