package ai.equalto.lesserbody.local.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import ai.equalto.lesserbody.local.conformance.Verdict.Judged;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class VerdictTest {
  private static final String[] ALL_THAT_FAIL = {
    "tools-call-image",
    "tools-call-sampling",
    "tools-call-elicitation",
    "elicitation-sep1034-defaults",
    "elicitation-sep1330-enums"
  };

  @Test
  void aRequiredScenarioHasToPassUnlessItIsExpectedToFail() throws Exception {
    Verdict verdict = verdict(Samples.LEGACY, Expectations.own());

    assertThat(outcomes(verdict.required()))
        .contains(
            entry("ping", Outcome.PASSED),
            entry("tools-call-image", Outcome.FAILED),
            entry("tools-call-sampling", Outcome.FAILED_AS_EXPECTED));
    assertThat(verdict.passed()).isEqualTo(1);
    assertThat(verdict.isGood()).isFalse();
  }

  @Test
  void allIsGoodIfOnlyThatFailsWhichIsExpectedTo() throws Exception {
    Verdict verdict = verdict(Samples.LEGACY, Samples.expecting(Samples.LEGACY, ALL_THAT_FAIL));

    assertThat(verdict.isGood()).isTrue();
  }

  @Test
  void anExpectedFailureThatPassesIsStale() throws Exception {
    Verdict verdict = verdict(Samples.LEGACY, Samples.expecting(Samples.LEGACY, "ping"));

    assertThat(outcomes(verdict.required())).contains(entry("ping", Outcome.STALE));
    assertThat(Outcome.STALE.isGood()).isFalse();
  }

  @Test
  void anExpectedFailureThatNobodyRequiresIsRefused() {
    assertThatThrownBy(() ->
            verdict(
                Samples.LEGACY,
                Samples.expecting(Samples.LEGACY, "ping", "pong", "server-session-lifecycle")))
        .isInstanceOf(SuiteException.class)
        .hasMessageEndingWith("2025-11-25 does not require: pong, server-session-lifecycle");
  }

  @Test
  void whatIsNotScoredHasToPassUnlessItMayFail() throws Exception {
    assertThat(outcomes(verdict(Samples.MODERN, Expectations.own()).notScored()))
        .containsOnly(
            entry("tasks-mrtr-composition", Outcome.TOLERATED),
            entry("json-schema-2020-12", Outcome.FAILED));
    assertThat(outcomes(verdict(Samples.LEGACY, Expectations.own()).notScored()))
        .containsOnly(entry("server-session-lifecycle", Outcome.PASSED));
  }

  @Test
  void aScenarioThatMayFailMayPass() throws Exception {
    var requirements =
        new Requirements(Samples.LEGACY, List.of("ping"), List.of("server-session-lifecycle"));
    var lenient =
        new Expectations(Map.of(), Map.of("server-session-lifecycle", "It may do as it likes."));

    assertThat(Verdict.of(requirements, Samples.results(Samples.LEGACY), lenient).isGood())
        .isTrue();
  }

  @Test
  void aRequiredScenarioThatDidNotRunHasFailed() throws Exception {
    var requirements = new Requirements(Samples.LEGACY, List.of("ping", "lost"), List.of());
    Verdict verdict =
        Verdict.of(
            requirements, Samples.results(Samples.LEGACY), new Expectations(Map.of(), Map.of()));

    assertThat(outcomes(verdict.required())).contains(entry("lost", Outcome.FAILED));
  }

  private static Verdict verdict(String revision, Expectations expectations) throws Exception {
    return Verdict.of(Samples.requirements(revision), Samples.results(revision), expectations);
  }

  private static Map<String, Outcome> outcomes(List<Judged> scenarios) {
    return scenarios.stream().collect(Collectors.toMap(Judged::scenario, Judged::outcome));
  }
}
