package ai.equalto.lesserbody.local.conformance;

import ai.equalto.lesserbody.local.conformance.Verdict.Judged;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells what became of a revision, to whoever reads a terminal or the log of a build. */
record Report(Verdict verdict) {
  /** A line for each scenario. */
  String scenarios() {
    return Stream.concat(verdict.required().stream(), verdict.notScored().stream())
        .map(judged -> "  %-8s  %s%n".formatted(judged.outcome().word(), judged.scenario()))
        .collect(Collectors.joining());
  }

  /** What is worth a look, check by check, the worst last; empty if there is nothing. */
  String details() {
    List<Judged> required = verdict.required();
    return section("skipped by the suite", required, Check.Status.SKIPPED)
        + section("warnings", required, Check.Status.WARNING)
        + expectedFailures()
        + stale()
        + section("failed", having(required, Outcome.FAILED), Check.Status.FAILURE)
        + section(
            "failed; not scored, but has to pass here",
            having(verdict.notScored(), Outcome.FAILED),
            Check.Status.FAILURE);
  }

  /** Which scenarios fail of those that the revision does not require. */
  String notScored() {
    List<Judged> failed =
        verdict.notScored().stream().filter(judged -> !judged.result().isPassed()).toList();
    return "%s, not scored: %d of %d failed%s%n"
        .formatted(
            verdict.revision(),
            failed.size(),
            verdict.notScored().size(),
            failed.isEmpty() ? "" : ": " + names(failed));
  }

  /** How many of the required scenarios passed. */
  String closingLine() {
    int expected = having(verdict.required(), Outcome.FAILED_AS_EXPECTED).size();
    String excuse =
        expected == 0
            ? ""
            : " (%d expected %s)".formatted(expected, expected == 1 ? "failure" : "failures");
    return "%s: %d/%d%s%n"
        .formatted(verdict.revision(), verdict.passed(), verdict.required().size(), excuse);
  }

  private String expectedFailures() {
    Map<String, List<Judged>> byReason =
        having(verdict.required(), Outcome.FAILED_AS_EXPECTED).stream()
            .collect(
                Collectors.groupingBy(
                    judged -> judged.reason().orElseThrow(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return byReason.entrySet().stream()
        .map(entry ->
            section(
                "failed, as expected. " + entry.getKey(), entry.getValue(), Check.Status.FAILURE))
        .collect(Collectors.joining());
  }

  private String stale() {
    List<Judged> stale = having(verdict.required(), Outcome.STALE);
    return stale.isEmpty()
        ? ""
        : "%n%s, passed, though %s expects failures: %s%n"
            .formatted(verdict.revision(), Expectations.FILE, names(stale));
  }

  /** The checks with this status, scenario by scenario; a scenario without one is left out. */
  private String section(String title, List<Judged> scenarios, Check.Status status) {
    String text =
        scenarios.stream()
            .filter(judged -> !judged.result().with(status).isEmpty())
            .map(judged -> scenario(judged.result(), status))
            .collect(Collectors.joining());
    return text.isEmpty() ? "" : "%n%s, %s%n%s".formatted(verdict.revision(), title, text);
  }

  private static String scenario(ScenarioResult result, Check.Status status) {
    return "  %s%n".formatted(result.scenario())
        + result.with(status).stream()
            .map(check -> "    %s: %s%n".formatted(check.id(), check.message()))
            .distinct()
            .collect(Collectors.joining());
  }

  private static String names(List<Judged> scenarios) {
    return scenarios.stream()
        .map(judged ->
            judged.scenario() + (judged.outcome() == Outcome.FAILED ? " (has to pass)" : ""))
        .collect(Collectors.joining(", "));
  }

  private static List<Judged> having(List<Judged> scenarios, Outcome outcome) {
    return scenarios.stream().filter(judged -> judged.outcome() == outcome).toList();
  }
}
