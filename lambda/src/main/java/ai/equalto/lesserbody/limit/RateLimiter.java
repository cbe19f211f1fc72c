package ai.equalto.lesserbody.limit;

import ai.equalto.lesserbody.audit.AuditEvent;
import ai.equalto.lesserbody.audit.AuditLog;
import ai.equalto.lesserbody.audit.GuardReport;
import ai.equalto.lesserbody.auth.Principal;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Holds each identity to its limits, over all instances of the function. What is refused counts for
 * nothing. If the store does not answer, everything passes, and the audit says so: a caller who is
 * known does less harm than no service at all.
 */
public final class RateLimiter {
  private final RateLimits limits;
  private final Limiter limiter;
  private final AuditLog audit;
  private final GuardReport report;
  private final Clock clock;

  public RateLimiter(RateLimits limits, TallyStore store, AuditLog audit, Clock clock) {
    this.limits = limits;
    this.limiter = new Limiter(store, clock);
    this.audit = audit;
    this.report = new GuardReport(AuditEvent.Guard.RATE_LIMIT, audit, clock);
    this.clock = clock;
  }

  /** What calls are counted against. */
  public RateLimits limits() {
    return limits;
  }

  /**
   * Lets a request through, or not.
   *
   * @param amounts what it counts against each bucket; all of it or nothing is let through, but for
   *     what the store cannot tell
   */
  public RateDecision take(Principal principal, String requestId, Map<Bucket, Integer> amounts) {
    Map<Bucket, Verdict.Granted> granted = new LinkedHashMap<>();
    for (Map.Entry<Bucket, Integer> entry : amounts.entrySet()) {
      Bucket bucket = entry.getKey();
      switch (limiter.take(bucket.key(principal.identity()), bucket.quota(), entry.getValue())) {
        case Verdict.Granted more -> granted.put(bucket, more);
        case Verdict.Unknown unknown -> report.letThrough(requestId);
        case Verdict.Refused refused -> {
          refuse(principal, requestId, bucket, granted, amounts);
          return RateDecision.refused(bucket, refused, clock.instant());
        }
        case Verdict.TooMuch tooMuch -> {
          refuse(principal, requestId, bucket, granted, amounts);
          return RateDecision.tooMuch(bucket);
        }
      }
    }
    return RateDecision.passed(granted, clock.instant());
  }

  /** Gives back what was granted before, since nothing comes of it. */
  private void refuse(
      Principal principal,
      String requestId,
      Bucket refused,
      Map<Bucket, Verdict.Granted> granted,
      Map<Bucket, Integer> amounts) {
    granted.forEach((bucket, verdict) ->
        limiter.giveBack(bucket.key(principal.identity()), verdict, amounts.get(bucket)));
    audit.record(new AuditEvent.RateLimited(requestId, principal.identity(), refused.name()));
  }
}
