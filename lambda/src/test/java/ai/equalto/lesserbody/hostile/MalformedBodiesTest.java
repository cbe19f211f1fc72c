package ai.equalto.lesserbody.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import ai.equalto.lesserbody.TestServer.Reply;
import ai.equalto.lesserbody.hostile.MalformedFile.Case;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Posts every malformed body in every era. */
class MalformedBodiesTest {
  private static final Path FILES = Path.of("src/test/resources/malformed");

  @TestFactory
  Stream<DynamicContainer> everyBodyIsAnsweredAsItMustBe() throws IOException {
    List<HostileClient> clients = Arrays.stream(Era.values()).map(HostileClient::new).toList();
    return files().stream()
        .map(file ->
            DynamicContainer.dynamicContainer(
                file.title(), file.cases().stream().map(body -> test(clients, file, body))));
  }

  private static DynamicTest test(List<HostileClient> clients, MalformedFile file, Case body) {
    return DynamicTest.dynamicTest(
        body.name(),
        () -> assertAll(clients.stream().map(client -> () -> play(client, file, body))));
  }

  private static void play(HostileClient client, MalformedFile file, Case body) {
    Reply reply = client.post(body.body(client.era()));
    file.code()
        .ifPresent(code ->
            assertThat(HostileClient.messages(reply))
                .as("%s: %s", client.era(), reply.body())
                .singleElement()
                .satisfies(
                    message -> assertThat(message.at("/error/code").intValue()).isEqualTo(code)));
  }

  @Test
  void thereAreManyAndEachHasItsOwnName() throws IOException {
    List<String> names =
        files().stream().flatMap(file -> file.cases().stream()).map(Case::name).toList();

    assertThat(names).hasSizeGreaterThan(500).doesNotHaveDuplicates();
  }

  private static List<MalformedFile> files() throws IOException {
    try (Stream<Path> files = Files.list(FILES)) {
      return files.sorted().map(MalformedFile::read).toList();
    }
  }
}
