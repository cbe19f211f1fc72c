package ai.equalto.lesserbody.audit;

import ai.equalto.lesserbody.jsonrpc.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Writes audit events as JSON lines. A line is ASCII with every control character escaped, so no
 * field can start a line of its own or move a terminal's cursor.
 */
public final class AuditLog {
  private static final int MAX_CLIENT_NAME = 64;
  private static final int MAX_USER_AGENT = 120;

  private final Consumer<String> lines;
  private final Clock clock;

  /**
   * @param lines takes one finished line, without its line end
   * @param clock tells when an event was recorded
   */
  public AuditLog(Consumer<String> lines, Clock clock) {
    this.lines = lines;
    this.clock = clock;
  }

  /** Writes one line. */
  public void record(AuditEvent event) {
    ObjectNode line = Json.object().put("time", clock.instant().toString());
    switch (event) {
      case AuditEvent.Call call -> call(line, call);
      case AuditEvent.AuthFailure failure -> failure(line, failure);
      case AuditEvent.SecretRotated rotated -> rotated(line, rotated);
      case AuditEvent.SecretUnavailable(String secret, String reason, boolean stale) ->
          line.put("event", "secret_unavailable")
              .put("secret", secret)
              .put("reason", lower(reason))
              .put("using", stale ? "last_good" : "none");
      case AuditEvent.RotationStep step -> step(line, step);
      case AuditEvent.DeprecatedSetting(String setting) ->
          line.put("event", "deprecated_setting").put("setting", setting);
      case AuditEvent.GuardFailed failed ->
          line.put("event", "guard_failed")
              .put("request_id", failed.requestId())
              .put("guard", lower(failed.guard().name()))
              .put("let_through", failed.letThrough());
      case AuditEvent.RateLimited limited ->
          line.put("event", "rate_limited")
              .put("request_id", limited.requestId())
              .put("identity", limited.identity())
              .put("bucket", limited.bucket());
      case AuditEvent.Revocation revocation -> revocation(line, revocation);
      case AuditEvent.IssuerUnreachable failure ->
          line.put("event", "issuer_unreachable")
              .put("request_id", failure.requestId())
              .put("issuer", failure.issuer())
              .put("reason", lower(failure.reason()));
    }
    lines.accept(Json.writeAscii(line));
  }

  private static void call(ObjectNode line, AuditEvent.Call call) {
    line.put("event", lower(call.kind().name()))
        .put("request_id", call.requestId())
        .put("identity", call.identity())
        .put("principal_type", lower(call.principalType()))
        .put(call.kind().field(), call.name().orElse(null))
        .put("scope_needed", call.scopeNeeded().orElse(null))
        .put("outcome", lower(call.outcome().name()))
        .put("duration_ms", call.durationMillis())
        .put("protocol_version", call.protocolVersion())
        .put("client_name", call.clientName().map(name -> cut(name, MAX_CLIENT_NAME)).orElse(null));
  }

  private static void failure(ObjectNode line, AuditEvent.AuthFailure failure) {
    line.put("event", "auth_failure")
        .put("request_id", failure.requestId())
        .put("reason", lower(failure.reason()))
        .put("token_hash", failure.tokenHash().orElse(null))
        .put("source_ip", failure.sourceIp())
        .put("user_agent", failure.userAgent().map(name -> cut(name, MAX_USER_AGENT)).orElse(null));
  }

  private static void rotated(ObjectNode line, AuditEvent.SecretRotated rotated) {
    line.put("event", "secret_rotated")
        .put("secret", rotated.secret())
        .put("version_id", rotated.versionId())
        .put("previous_version_id", rotated.previousVersionId().orElse(null))
        .put("previous_until", rotated.previousUntil().toString());
  }

  private static void step(ObjectNode line, AuditEvent.RotationStep step) {
    line.put("event", "secret_rotation_step")
        .put("secret_id", step.secretId())
        .put("version_id", step.versionId())
        .put("step", step.step())
        .put("did", lower(step.did()));
  }

  private static void revocation(ObjectNode line, AuditEvent.Revocation revocation) {
    line.put("event", "revocation")
        .put("request_id", revocation.requestId())
        .put("identity", revocation.identity())
        .put("principal_type", lower(revocation.principalType()))
        .put("what", revocation.what().map(what -> lower(what.name())).orElse(null))
        .put("owner", revocation.owner().orElse(null))
        .put("outcome", lower(revocation.outcome().name()));
  }

  private static String cut(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most));
  }

  private static String lower(String constant) {
    return constant.toLowerCase(Locale.ROOT);
  }
}
