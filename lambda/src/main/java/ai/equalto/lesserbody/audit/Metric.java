package ai.equalto.lesserbody.audit;

import ai.equalto.lesserbody.audit.AuditEvent.Outcome;
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
  /** Requests that were more than their caller may ask for. */
  RATE_LIMITED,
  /** Times that a limit, a lockout or a revocation could not be looked up. */
  GUARD_FAILURES,
  /** Times that a trusted issuer gave no keys. */
  ISSUER_FAILURES,
  /** Times that a secret could not be had. */
  SECRET_FAILURES,
  /** Calls by the deprecated key of the managed instance. */
  INSTANCE_KEY_CALLS,
  /** Execution environments, each counted with the first line that it writes. */
  COLD_STARTS,
  /** How long the canary waited for the public documents. */
  CANARY_DISCOVERY_MS("Milliseconds"),
  /** How long the canary waited for the answer to a client without a token. */
  CANARY_CHALLENGE_MS("Milliseconds"),
  /** How long the canary waited for a tool. */
  CANARY_CALL_MS("Milliseconds");

  /** What the audit calls a caller who proved itself with that key. */
  private static final String INSTANCE_KEY = "instance_key";

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
    return event instanceof AuditEvent.Call call ? ofCall(call) : ofRare(event);
  }

  private static Set<Metric> ofRare(AuditEvent event) {
    return switch (event) {
      case AuditEvent.Call call -> ofCall(call);
      case AuditEvent.AuthFailure failure -> EnumSet.of(AUTH_FAILURES);
      case AuditEvent.RateLimited limited -> EnumSet.of(RATE_LIMITED);
      case AuditEvent.GuardFailed failed -> EnumSet.of(GUARD_FAILURES);
      case AuditEvent.IssuerUnreachable unreachable -> EnumSet.of(ISSUER_FAILURES);
      case AuditEvent.SecretUnavailable unavailable -> EnumSet.of(SECRET_FAILURES);
      case AuditEvent.SecretRotated rotated -> EnumSet.noneOf(Metric.class);
      case AuditEvent.RotationStep step -> EnumSet.noneOf(Metric.class);
      case AuditEvent.Revocation revocation -> EnumSet.noneOf(Metric.class);
      case AuditEvent.CanaryPassed passed ->
          EnumSet.of(CANARY_DISCOVERY_MS, CANARY_CHALLENGE_MS, CANARY_CALL_MS);
    };
  }

  private static Set<Metric> ofCall(AuditEvent.Call call) {
    EnumSet<Metric> metrics = EnumSet.of(CALLS, DURATION_MS);
    Outcome outcome = call.outcome();
    if (outcome == Outcome.ERROR || outcome == Outcome.TIMED_OUT) {
      metrics.add(ERRORS);
    } else if (outcome == Outcome.DENIED) {
      metrics.add(DENIALS);
    }
    if (call.principalType().equals(INSTANCE_KEY)) {
      metrics.add(INSTANCE_KEY_CALLS);
    }
    return metrics;
  }
}
