package ai.equalto.lesserbody.audit;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What CloudWatch counts and measures, and which event counts as what. */
enum Metric {
  /** Calls of tools, resources, prompts and completions, however they end. */
  CALLS,
  /** Calls that broke or ran out of time. */
  ERRORS,
  /** Calls for which the caller lacks the scope. */
  DENIALS,
  /** How long a call took. */
  DURATION_MS("Milliseconds"),
  /** Requests that proved no identity. */
  AUTH_FAILURES,
  /** Execution environments, each counted with the first line that it writes. */
  COLD_STARTS;

  private final String unit;

  Metric() {
    this("Count");
  }

  Metric(String unit) {
    this.unit = unit;
  }

  /** The name of the metric and of the field that holds its value. */
  String field() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The unit, as CloudWatch calls it. */
  String unit() {
    return unit;
  }

  /** What an event counts as. */
  static Set<Metric> of(AuditEvent event) {
    return switch (event) {
      case AuditEvent.Call call -> ofCall(call.outcome());
      case AuditEvent.AuthFailure failure -> EnumSet.of(AUTH_FAILURES);
    };
  }

  private static Set<Metric> ofCall(AuditEvent.Outcome outcome) {
    return switch (outcome) {
      case ERROR, TIMED_OUT -> EnumSet.of(CALLS, DURATION_MS, ERRORS);
      case DENIED -> EnumSet.of(CALLS, DURATION_MS, DENIALS);
      case OK, FAILED, INVALID_INPUT, DECLINED, INPUT_REQUIRED, CANNOT_ASK, NOT_FOUND ->
          EnumSet.of(CALLS, DURATION_MS);
    };
  }
}
