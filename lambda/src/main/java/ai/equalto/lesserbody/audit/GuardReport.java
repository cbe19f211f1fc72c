package ai.equalto.lesserbody.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Tells the audit that a guard could not do its work for want of its table: once in {@link #PAUSE}
 * for each instance, so that an outage does not drown what else happens.
 */
public final class GuardReport {
  /** How long nothing more is told. */
  public static final Duration PAUSE = Duration.ofSeconds(10);

  private final AuditEvent.Guard guard;
  private final AuditLog audit;
  private final Clock clock;
  private final AtomicReference<Instant> next = new AtomicReference<>(Instant.MIN);

  /**
   * @param guard of which it tells
   */
  public GuardReport(AuditEvent.Guard guard, AuditLog audit, Clock clock) {
    this.guard = guard;
    this.audit = audit;
    this.clock = clock;
  }

  /** A request went on as if there were no such guard. */
  public void letThrough(String requestId) {
    tell(requestId, true);
  }

  /** A request was refused, since nothing could be said of it. */
  public void refused(String requestId) {
    tell(requestId, false);
  }

  private void tell(String requestId, boolean letThrough) {
    Instant now = clock.instant();
    Instant due = next.get();
    if (!now.isBefore(due) && next.compareAndSet(due, now.plus(PAUSE))) {
      audit.record(new AuditEvent.GuardFailed(requestId, guard, letThrough));
    }
  }
}
