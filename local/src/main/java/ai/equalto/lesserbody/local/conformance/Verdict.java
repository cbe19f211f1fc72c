package ai.equalto.lesserbody.local.conformance;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The results of a revision beside what was expected of them.
 *
 * @param required in the order of the requirements
 * @param notScored likewise
 */
record Verdict(String revision, List<Judged> required, List<Judged> notScored) {
  /**
   * A scenario and what its result means.
   *
   * @param reason why it is known to fail, if it is
   */
  record Judged(ScenarioResult result, Outcome outcome, Optional<String> reason) {
    String scenario() {
      return result.scenario();
    }
  }

  Verdict {
    required = List.copyOf(required);
    notScored = List.copyOf(notScored);
  }

  /**
   * @throws SuiteException if a scenario is expected to fail that the revision does not require
   */
  static Verdict of(Requirements requirements, Results results, Expectations expectations)
      throws SuiteException {
    Map<String, String> expected = expectations.failuresAt(requirements.revision());
    TreeSet<String> unknown = new TreeSet<>(expected.keySet());
    requirements.required().forEach(unknown::remove);
    if (!unknown.isEmpty()) {
      throw new SuiteException(
          "%s expects failures of scenarios that %s does not require: %s"
              .formatted(Expectations.FILE, requirements.revision(), String.join(", ", unknown)));
    }
    return new Verdict(
        requirements.revision(),
        requirements.required().stream()
            .map(name -> judgeRequired(results.of(name), Optional.ofNullable(expected.get(name))))
            .toList(),
        requirements.notScored().stream()
            .map(name ->
                judgeNotScored(
                    results.of(name),
                    Optional.ofNullable(expectations.notScoredMayFail().get(name))))
            .toList());
  }

  /** Whether everything is as it was expected. */
  boolean isGood() {
    return Stream.concat(required.stream(), notScored.stream())
        .allMatch(judged -> judged.outcome().isGood());
  }

  /** How many of the required scenarios pass. */
  long passed() {
    return required.stream().filter(judged -> judged.result().isPassed()).count();
  }

  private static Judged judgeRequired(ScenarioResult result, Optional<String> reason) {
    Outcome excused = result.isPassed() ? Outcome.STALE : Outcome.FAILED_AS_EXPECTED;
    return new Judged(result, reason.isPresent() ? excused : plain(result), reason);
  }

  private static Judged judgeNotScored(ScenarioResult result, Optional<String> reason) {
    boolean tolerated = reason.isPresent() && !result.isPassed();
    return new Judged(result, tolerated ? Outcome.TOLERATED : plain(result), reason);
  }

  private static Outcome plain(ScenarioResult result) {
    return result.isPassed() ? Outcome.PASSED : Outcome.FAILED;
  }
}
