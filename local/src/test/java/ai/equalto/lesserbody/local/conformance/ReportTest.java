package ai.equalto.lesserbody.local.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {
  @Test
  void namesEachScenarioWithWhatBecameOfIt() throws Exception {
    assertThat(report(Samples.MODERN, Expectations.own()).scenarios())
        .isEqualToNormalizingNewlines(
            """
              ok        tools-list
              ok        sep-2164-resource-not-found
              FAIL      caching
              may fail  tasks-mrtr-composition
              FAIL      json-schema-2020-12
            """);
  }

  @Test
  void tellsSkippedChecksWarningsAndFailures() throws Exception {
    assertThat(report(Samples.MODERN, Expectations.own()).details())
        .containsSubsequence(
            "2026-07-28, skipped by the suite",
            "  caching",
            "    sep-2549-resources-read-caching-hints: ",
            "2026-07-28, warnings",
            "  sep-2164-resource-not-found",
            "    sep-2164-error-code: Expected error code -32602 (Invalid Params), got -32601.",
            "2026-07-28, failed",
            "  caching",
            "    sep-2549-prompts-list-caching-hints: prompts/list returned JSON-RPC error -32601",
            "2026-07-28, failed; not scored, but has to pass here",
            "  json-schema-2020-12",
            "    json-schema-2020-12-tool-found: Tool 'json_schema_2020_12_tool' not found.")
        .doesNotContain("tasks-");
  }

  @Test
  void givesTheReasonOfExpectedFailuresOnce() throws Exception {
    assertThat(report(Samples.LEGACY, Expectations.own()).details())
        .containsOnlyOnce("2025-11-25, failed, as expected. The server would have to send")
        .containsSubsequence("tools-call-sampling", "elicitation-sep1330-enums");
  }

  @Test
  void namesStaleExpectations() throws Exception {
    assertThat(report(Samples.LEGACY, Samples.expecting(Samples.LEGACY, "ping")).details())
        .contains("2025-11-25, passed, though expectations.json expects failures: ping");
  }

  @Test
  void saysNothingMoreWhenAllPasses() throws Exception {
    var requirements = new Requirements(Samples.LEGACY, List.of("ping"), List.of());

    assertThat(report(requirements, new Expectations(Map.of(), Map.of())).details()).isEmpty();
  }

  @Test
  void namesWhatFailsOfTheScenariosThatAreNotScored() throws Exception {
    assertThat(report(Samples.MODERN, Expectations.own()).notScored())
        .isEqualToNormalizingNewlines(
            "2026-07-28, not scored: 2 of 2 failed: tasks-mrtr-composition,"
                + " json-schema-2020-12 (has to pass)\n");
    assertThat(report(Samples.LEGACY, Expectations.own()).notScored())
        .isEqualToNormalizingNewlines("2025-11-25, not scored: 0 of 1 failed\n");
  }

  @Test
  void endsWithTheRequiredScenariosThatPassed() throws Exception {
    assertThat(report(Samples.MODERN, Expectations.own()).closingLine())
        .isEqualToNormalizingNewlines("2026-07-28: 2/3\n");
    assertThat(report(Samples.LEGACY, Expectations.own()).closingLine())
        .isEqualToNormalizingNewlines("2025-11-25: 1/6 (4 expected failures)\n");
    assertThat(
            report(Samples.LEGACY, Samples.expecting(Samples.LEGACY, "tools-call-image"))
                .closingLine())
        .isEqualToNormalizingNewlines("2025-11-25: 1/6 (1 expected failure)\n");
  }

  private static Report report(String revision, Expectations expectations) throws Exception {
    return report(Samples.requirements(revision), expectations);
  }

  private static Report report(Requirements requirements, Expectations expectations)
      throws Exception {
    Results results = Samples.results(requirements.revision());
    return new Report(Verdict.of(requirements, results, expectations));
  }
}
