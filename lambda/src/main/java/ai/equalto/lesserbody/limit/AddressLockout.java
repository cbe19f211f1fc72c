package ai.equalto.lesserbody.limit;

import ai.equalto.lesserbody.audit.AuditEvent;
import ai.equalto.lesserbody.audit.AuditLog;
import ai.equalto.lesserbody.audit.GuardReport;
import ai.equalto.lesserbody.auth.Lockout;
import ai.equalto.lesserbody.http.Request;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Locks an address out for a minute when it fails ten times within one, on all instances of the
 * function. One subscriber has a whole /64 of IPv6 to send from (RFC 6177), so that counts as one
 * address. If the store does not answer, nobody is locked out, and the audit says so.
 */
public final class AddressLockout implements Lockout {
  private static final Quota FAILURES = new Quota(10, Duration.ofMinutes(1));
  private static final int NETWORK_BYTES = 8;

  private final Limiter limiter;
  private final GuardReport report;
  private final Clock clock;

  public AddressLockout(TallyStore store, AuditLog audit, Clock clock) {
    this.limiter = new Limiter(store, clock);
    this.report = new GuardReport(AuditEvent.Guard.LOCKOUT, audit, clock);
    this.clock = clock;
  }

  @Override
  public Optional<Duration> afterFailure(Request request) {
    return network(request.peer().address()).flatMap(from -> count("lockout#" + from, request));
  }

  private Optional<Duration> count(String key, Request request) {
    switch (limiter.take(key, FAILURES, 1)) {
      case Verdict.Granted(var slot, long remaining, var more) -> {
        if (remaining == 0) {
          // The minute begins now, not with the first of the ten.
          limiter.exhaust(key, FAILURES);
        }
      }
      case Verdict.Refused(var remaining, var until) -> {
        return Optional.of(Duration.between(clock.instant(), until));
      }
      case Verdict.TooMuch tooMuch -> throw new IllegalStateException("one is less than ten");
      case Verdict.Unknown unknown -> report.letThrough(request.requestId());
    }
    return Optional.empty();
  }

  /** The address, or the network of an IPv6 one; none for what is no address. */
  private static Optional<String> network(String address) {
    try {
      InetAddress parsed = InetAddress.ofLiteral(address);
      byte[] bytes = parsed.getAddress();
      return Optional.of(
          parsed instanceof Inet6Address
              ? HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK_BYTES)) + "/64"
              : parsed.getHostAddress());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
