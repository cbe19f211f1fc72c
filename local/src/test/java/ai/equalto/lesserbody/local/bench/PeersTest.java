package ai.equalto.lesserbody.local.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.equalto.lesserbody.jsonrpc.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeersTest {
  private static final Path SOURCES = Path.of("src/bench/peers");

  @TempDir private Path temp;

  private final StringWriter progress = new StringWriter();

  private Path program(String name, String script) throws Exception {
    Path file = Files.writeString(temp.resolve(name), "#!/bin/sh\n" + script + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }

  private Peers installed(String npm) throws Exception {
    Path node = program("node", "echo /bin/node; echo Node.js 1.2.3");
    Path python = program("python", "[ \"$1\" = -m ] || { echo $0; echo Python 4.5.6; }");
    return Peers.installed(
        SOURCES,
        temp.resolve("peers"),
        new Peers.Programs(node.toString(), npm, python.toString()),
        new PrintWriter(progress, true));
  }

  private String fakeNpm() throws Exception {
    String esbuild = "node_modules/.bin/esbuild";
    return program(
            "npm",
            "mkdir -p node_modules/.bin; echo '#!/bin/sh' > %s; chmod +x %s"
                .formatted(esbuild, esbuild))
        .toString();
  }

  @Test
  void eachPackageIsPinned() throws Exception {
    JsonNode npm = Json.read(Files.readAllBytes(SOURCES.resolve("node/package.json")));
    assertThat(npm.get("dependencies"))
        .allSatisfy(version -> assertThat(version.textValue()).matches("[0-9]+(\\.[0-9]+){2}"));
    assertThat(Files.readAllLines(SOURCES.resolve("python/requirements.txt")))
        .allMatch(line -> line.startsWith("#") || line.matches("[A-Za-z0-9-]+==[0-9a-z.]+"));
  }

  @Test
  void eachPeerHasASource() {
    assertThat(Arrays.stream(Peer.values()).map(peer -> peer.file().replace("dist/", "")))
        .allSatisfy(file -> assertThat(SOURCES.resolve(file)).isRegularFile());
  }

  @Test
  void saysWhichProgramIsMissing() {
    assertThatThrownBy(() -> installed("no-such-npm"))
        .isInstanceOf(BenchException.class)
        .hasMessageContaining("The bench needs no-such-npm, which cannot be started");
  }

  @Test
  void installsAgainOnlyWhatIsNotInstalled() throws Exception {
    installed(fakeNpm());
    assertThat(progress.toString()).contains("installing");
    progress.getBuffer().setLength(0);
    assertThat(installed("no-such-npm").versions())
        .containsExactly("Node.js 1.2.3", "Python 4.5.6");
    assertThat(progress.toString()).isEmpty();
  }

  @Test
  void startsAPeerByTheProgramItselfWithTheSettingsOfTheFunction() throws Exception {
    Launch launch =
        installed(fakeNpm()).launch(Peer.SDK2_BUNDLED, Map.of("JWT_SECRET", "a secret"));
    assertThat(launch.command())
        .isEqualTo(
            List.of("/bin/node", temp.resolve("peers").resolve("node/dist/sdk2.mjs").toString()));
    assertThat(launch.environment()).containsEntry("JWT_SECRET", "a secret");
  }
}
