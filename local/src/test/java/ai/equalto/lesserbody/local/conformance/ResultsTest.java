package ai.equalto.lesserbody.local.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.equalto.lesserbody.local.conformance.Check.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {
  @TempDir private Path temp;

  @Test
  void readsTheChecksOfAScenario() throws Exception {
    ScenarioResult caching = Samples.results(Samples.MODERN).of("caching");

    assertThat(caching.isPassed()).isFalse();
    assertThat(caching.checks())
        .hasSize(8)
        .contains(
            new Check(
                "sep-2549-tools-list-caching-hints",
                Status.SUCCESS,
                "tools/list response includes ttlMs and cacheScope caching hints"),
            new Check(
                "sep-2549-prompts-list-caching-hints",
                Status.FAILURE,
                "prompts/list returned JSON-RPC error -32601: Method not found"));
    assertThat(caching.with(Status.SKIPPED))
        .extracting(Check::id)
        .containsExactly("sep-2549-resources-read-caching-hints");
  }

  @Test
  void findsAScenarioWhoseNameEndsLikeADate() throws Exception {
    assertThat(Samples.results(Samples.MODERN).of("json-schema-2020-12").checks())
        .extracting(Check::id)
        .contains("json-schema-2020-12-tool-found");
  }

  @Test
  void aWarningIsNoFailure() throws Exception {
    ScenarioResult missing = Samples.results(Samples.MODERN).of("sep-2164-resource-not-found");

    assertThat(missing.isPassed()).isTrue();
    assertThat(missing.with(Status.WARNING))
        .extracting(Check::id)
        .containsExactly("sep-2164-error-code", "sep-2164-data-uri");
  }

  @Test
  void aScenarioWithoutAResultHasFailed() throws Exception {
    Files.createDirectory(temp.resolve("server-broken-2026-11-22T05-32-02-022Z"));
    Results results = Results.read(temp);

    assertThat(results.isEmpty()).isTrue();
    assertThat(results.of("broken").isPassed()).isFalse();
    assertThat(results.of("never-begun").isPassed()).isFalse();
  }

  @Test
  void refusesAStatusThatItDoesNotKnow() throws Exception {
    write("[{\"id\":\"a\",\"description\":\"b\",\"status\":\"MAYBE\"}]");

    assertThatThrownBy(() -> Results.read(temp))
        .isInstanceOf(SuiteException.class)
        .hasMessage("The suite reports a check with the status 'MAYBE'");
  }

  @Test
  void refusesWhatIsNotJson() throws Exception {
    write("[{");

    assertThatThrownBy(() -> Results.read(temp))
        .isInstanceOf(SuiteException.class)
        .hasMessageContaining("checks.json is not JSON");
  }

  private void write(String checks) throws IOException {
    Path scenario = Files.createDirectory(temp.resolve("server-ping-2026-11-22T05-32-02-022Z"));
    Files.writeString(scenario.resolve("checks.json"), checks);
  }
}
