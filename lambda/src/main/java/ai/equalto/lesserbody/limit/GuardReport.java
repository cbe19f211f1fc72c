package ai.equalto.lesserbody.limit;

import ai.equalto.lesserbody.audit.AuditEvent;
import ai.equalto.lesserbody.audit.AuditLog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Tells the audit that a guard let requests through for want of its table: once in {@link #PAUSE}
 * for each instance, so that an outage does not drown what else happens.
 */
final class GuardReport {
  static final Duration PAUSE = Duration.ofSeconds(10);

  private final AuditEvent.Guard guard;
  private final AuditLog audit;
  private final Clock clock;
  private final AtomicReference<Instant> next = new AtomicReference<>(Instant.MIN);

  GuardReport(AuditEvent.Guard guard, AuditLog audit, Clock clock) {
    this.guard = guard;
    this.audit = audit;
    this.clock = clock;
  }

  void letThrough(String requestId) {
    Instant now = clock.instant();
    Instant due = next.get();
    if (!now.isBefore(due) && next.compareAndSet(due, now.plus(PAUSE))) {
      audit.record(new AuditEvent.GuardFailed(requestId, guard, true));
    }
  }
}
