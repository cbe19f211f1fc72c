package ai.equalto.lesserbody.local.conformance;

import java.util.List;

/** What the suite found in a scenario. */
record ScenarioResult(String scenario, List<Check> checks) {
  ScenarioResult {
    checks = List.copyOf(checks);
  }

  /** As the suite decides it: a warning is no failure, and neither is what it skipped. */
  boolean isPassed() {
    return with(Check.Status.FAILURE).isEmpty();
  }

  /** The checks that ended so. */
  List<Check> with(Check.Status status) {
    return checks.stream().filter(check -> check.status() == status).toList();
  }
}
