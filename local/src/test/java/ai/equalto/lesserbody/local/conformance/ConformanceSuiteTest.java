package ai.equalto.lesserbody.local.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConformanceSuiteTest {
  private static final URI ENDPOINT = URI.create("http://127.0.0.1:8787/mcp");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-07-28T12:00:00Z"), ZoneOffset.UTC);

  @TempDir private Path temp;

  private final StringWriter said = new StringWriter();
  private FakePrograms fakes;
  private Path folder;

  @BeforeEach
  void setUp() throws IOException {
    fakes = new FakePrograms(temp).npm();
    folder = temp.resolve("conformance");
  }

  @Test
  void endsWithALineForEachRevision() throws Exception {
    fakes.node("v24.0.0");

    assertThat(check()).isFalse();
    assertThat(said.toString())
        .containsSubsequence(
            "Requirements of 2026-07-28",
            "  ok        tools-list",
            "Requirements of 2025-11-25",
            "2026-07-28, failed",
            "2025-11-25, failed",
            "2026-07-28, not scored: 2 of 2 failed");
    assertThat(said.toString().lines().toList())
        .endsWith("2026-07-28: 2/3", "2025-11-25: 1/6 (4 expected failures)");
  }

  @Test
  void isContentWhenAllIsAsExpected() throws Exception {
    fakes.nodeThat(
        """
        cp -r %s/$6/. "$8"
        find "$8" -name checks.json | grep -v -e sampling -e elicitation | while read f; do
          sed 's/"FAILURE"/"SUCCESS"/' "$f" > "$f.new" && mv "$f.new" "$f"
        done
        """
            .formatted(Samples.folder("results")));

    assertThat(check()).isTrue();
    assertThat(said.toString().lines().toList())
        .endsWith(
            "2026-07-28, not scored: 0 of 2 failed",
            "2025-11-25, not scored: 0 of 1 failed",
            "2026-07-28: 3/3",
            "2025-11-25: 2/6 (4 expected failures)");
  }

  @Test
  void pointsTheSuiteAtTheServer() throws Exception {
    fakes.nodeThat("echo \"$@\"; exit 1");

    assertThatThrownBy(this::check)
        .hasMessageEndingWith(
            "%s/node_modules/@modelcontextprotocol/conformance/dist/index.js server --url %s --requirements 2026-07-28 --output-dir %s/results/2026-07-28"
                .formatted(folder, ENDPOINT, folder));
  }

  @Test
  void forgetsTheResultsOfTheLastRun() throws Exception {
    fakes.node("v24.0.0");
    check();
    fakes.nodeThat("exit 0");

    assertThatThrownBy(this::check).hasMessageContaining("broke down (exit status 0)");
    assertThat(folder.resolve("results/2026-07-28/suite.log")).isEmptyFile();
  }

  @Test
  void saysWhyTheSuiteBrokeDown() throws Exception {
    fakes.nodeThat("echo 'no such option'; exit 9");

    assertThatThrownBy(this::check)
        .isInstanceOf(SuiteException.class)
        .hasMessageContaining("The conformance suite broke down (exit status 9):")
        .hasMessageEndingWith("no such option");
  }

  @Test
  void keepsWhatTheSuiteSaid() throws Exception {
    fakes.nodeThat("echo 'a word'; exit 9");

    assertThatThrownBy(this::check).isInstanceOf(SuiteException.class);
    assertThat(Files.readString(folder.resolve("results/2026-07-28/suite.log")))
        .isEqualTo("a word\n");
  }

  private boolean check() throws IOException, InterruptedException {
    PrintWriter out = new PrintWriter(said, true);
    return ConformanceSuite.installed(folder, out, CLOCK, fakes.programs()).check(ENDPOINT);
  }
}
