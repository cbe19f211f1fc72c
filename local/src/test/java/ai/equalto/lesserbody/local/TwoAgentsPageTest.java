package ai.equalto.lesserbody.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Types what stands on the page about two agents, and sees what it shows. */
class TwoAgentsPageTest {
  private static final Path PAGE = Path.of("../docs/two-agents.md");
  private static final Pattern TYPED = Pattern.compile("(?s)```(bash|console)\n(.*?)```");
  private static final Pattern ENDPOINT = Pattern.compile("http://(127\\.0\\.0\\.1:\\d+)/mcp\\n");

  /** Those of posts differ from day to day. */
  private static final Pattern LONG_NUMBER = Pattern.compile("[0-9]{9,}");

  @TempDir private Path checkout;

  @Test
  void answersWhatThePageShows() throws Exception {
    assumeThat(Stream.of("bash", "curl").allMatch(TwoAgentsPageTest::isThere))
        .as("bash and curl are there")
        .isTrue();
    List<MatchResult> typed = TYPED.matcher(Files.readString(PAGE)).results().toList();
    installRun();
    try (ServeProcess server = ServeProcess.start(checkout, "--in-memory", "--port=0")) {
      Matcher endpoint = ENDPOINT.matcher(server.welcome());
      assertThat(endpoint.find()).isTrue();

      String script = script(typed).replace("127.0.0.1:8787", endpoint.group(1));

      assertThat(withoutIds(run(script))).isEqualTo(withoutIds(shown(typed)));
    }
  }

  private static boolean isThere(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /** What the script of a checkout does once everything is built. */
  private void installRun() throws IOException {
    String program =
        ServeProcess.program(checkout).stream()
            .map(word -> "'" + word + "'")
            .collect(Collectors.joining(" "));
    Path run =
        Files.writeString(checkout.resolve("run"), "#!/bin/sh\nexec " + program + " \"$@\"\n");
    assertThat(run.toFile().setExecutable(true)).isTrue();
  }

  /** The blocks of one shell; before each line of a session, the line itself. */
  private static String script(List<MatchResult> typed) {
    return typed.stream()
        .map(block -> block.group(1).equals("bash") ? block.group(2) : session(block.group(2)))
        .collect(Collectors.joining());
  }

  private static String session(String block) {
    return block
        .lines()
        .filter(line -> line.startsWith("$ "))
        .map(line -> "cat <<'LINE'\n" + line + "\nLINE\n" + line.substring(2) + "\n")
        .collect(Collectors.joining());
  }

  private static String shown(List<MatchResult> typed) {
    return typed.stream()
        .filter(block -> block.group(1).equals("console"))
        .map(block -> block.group(2))
        .collect(Collectors.joining());
  }

  private static String withoutIds(String text) {
    return LONG_NUMBER.matcher(text).replaceAll("(id)");
  }

  private String run(String script) throws IOException, InterruptedException {
    Path errors = checkout.resolve("errors.txt");
    ProcessBuilder builder =
        new ProcessBuilder(
                "bash", Files.writeString(checkout.resolve("page.sh"), script).toString())
            .directory(checkout.toFile())
            .redirectError(errors.toFile());
    ServeProcess.unset(builder);
    Process process = builder.start();
    String output = process.inputReader().readAllAsString();
    assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
    return output;
  }
}
