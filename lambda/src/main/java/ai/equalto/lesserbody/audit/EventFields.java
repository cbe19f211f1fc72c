package ai.equalto.lesserbody.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;

/** What a line of the audit says of each kind of event. */
final class EventFields {
  private static final int MAX_CLIENT_NAME = 64;
  private static final int MAX_USER_AGENT = 120;

  private EventFields() {}

  /** Adds the fields of an event to a line. */
  static void add(ObjectNode line, AuditEvent event) {
    // A switch over types costs its first caller the loading of them all; nearly all are calls.
    if (event instanceof AuditEvent.Call call) {
      add(line, call);
    } else {
      addRare(line, event);
    }
  }

  private static void addRare(ObjectNode line, AuditEvent event) {
    switch (event) {
      case AuditEvent.Call call -> add(line, call);
      case AuditEvent.AuthFailure failure -> add(line, failure);
      case AuditEvent.SecretRotated rotated -> add(line, rotated);
      case AuditEvent.SecretUnavailable unavailable -> add(line, unavailable);
      case AuditEvent.RotationStep step -> add(line, step);
      case AuditEvent.GuardFailed failed -> add(line, failed);
      case AuditEvent.RateLimited limited -> add(line, limited);
      case AuditEvent.Revocation revocation -> add(line, revocation);
      case AuditEvent.IssuerUnreachable unreachable -> add(line, unreachable);
      case AuditEvent.CanaryPassed passed -> add(line, passed);
    }
  }

  private static void add(ObjectNode line, AuditEvent.Call call) {
    line.put("event", lower(call.kind().name()))
        .put("request_id", call.requestId())
        .put("identity", call.identity())
        .put("principal_type", lower(call.principalType()))
        .put(call.kind().field(), call.name().orElse(null))
        .put("scope_needed", call.scopeNeeded().orElse(null))
        .put("outcome", lower(call.outcome().name()))
        .put("duration_ms", call.durationMillis())
        .put("protocol_version", call.protocolVersion())
        .put("client_name", cut(call.clientName(), MAX_CLIENT_NAME));
  }

  private static void add(ObjectNode line, AuditEvent.AuthFailure failure) {
    line.put("event", "auth_failure")
        .put("request_id", failure.requestId())
        .put("reason", lower(failure.reason()))
        .put("locked_out", failure.lockedOut())
        .put("token_hash", failure.tokenHash().orElse(null))
        .put("source_ip", failure.sourceIp())
        .put("user_agent", cut(failure.userAgent(), MAX_USER_AGENT));
  }

  private static void add(ObjectNode line, AuditEvent.SecretRotated rotated) {
    line.put("event", "secret_rotated")
        .put("secret", rotated.secret())
        .put("version_id", rotated.versionId())
        .put("previous_version_id", rotated.previousVersionId().orElse(null))
        .put("previous_until", rotated.previousUntil().toString());
  }

  private static void add(ObjectNode line, AuditEvent.SecretUnavailable unavailable) {
    line.put("event", "secret_unavailable")
        .put("secret", unavailable.secret())
        .put("reason", lower(unavailable.reason()))
        .put("using", unavailable.stale() ? "last_good" : "none");
  }

  private static void add(ObjectNode line, AuditEvent.RotationStep step) {
    line.put("event", "secret_rotation_step")
        .put("secret_id", step.secretId())
        .put("version_id", step.versionId())
        .put("step", step.step())
        .put("did", lower(step.did()));
  }

  private static void add(ObjectNode line, AuditEvent.GuardFailed failed) {
    line.put("event", "guard_failed")
        .put("request_id", failed.requestId())
        .put("guard", lower(failed.guard().name()))
        .put("let_through", failed.letThrough());
  }

  private static void add(ObjectNode line, AuditEvent.RateLimited limited) {
    line.put("event", "rate_limited")
        .put("request_id", limited.requestId())
        .put("identity", limited.identity())
        .put("bucket", limited.bucket());
  }

  private static void add(ObjectNode line, AuditEvent.Revocation revocation) {
    line.put("event", "revocation")
        .put("request_id", revocation.requestId())
        .put("identity", revocation.identity())
        .put("principal_type", lower(revocation.principalType()))
        .put("what", revocation.what().map(what -> lower(what.name())).orElse(null))
        .put("owner", revocation.owner().orElse(null))
        .put("outcome", lower(revocation.outcome().name()));
  }

  private static void add(ObjectNode line, AuditEvent.IssuerUnreachable unreachable) {
    line.put("event", "issuer_unreachable")
        .put("request_id", unreachable.requestId())
        .put("issuer", unreachable.issuer())
        .put("reason", lower(unreachable.reason()));
  }

  private static void add(ObjectNode line, AuditEvent.CanaryPassed passed) {
    line.put("event", "canary_passed")
        .put("canary_discovery_ms", passed.discoveryMillis())
        .put("canary_challenge_ms", passed.challengeMillis())
        .put("canary_call_ms", passed.callMillis());
  }

  private static String cut(Optional<String> text, int most) {
    return text.isPresent() ? LogText.cut(text.get(), most) : null;
  }

  private static String lower(String constant) {
    return constant.toLowerCase(Locale.ROOT);
  }
}
