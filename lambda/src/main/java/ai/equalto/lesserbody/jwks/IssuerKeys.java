package ai.equalto.lesserbody.jwks;

import ai.equalto.lesserbody.audit.AuditEvent;
import ai.equalto.lesserbody.audit.AuditLog;
import ai.equalto.lesserbody.transport.HttpTransport;
import ai.equalto.lesserbody.transport.TransportLimits;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The keys that one issuer publishes, for many threads: fetched when first asked for, by one thread
 * at a time.
 *
 * <p>They are fetched again when they are no longer fresh, by the issuer's own word but after a
 * minute at the earliest and an hour at the latest; and, once a minute at most, when a key is asked
 * for that is not among them, since issuers rotate theirs. While the issuer is down they count for
 * another 24 hours after it last answered: so long may a key that it withdrew be believed by a
 * server that is kept from asking. A failure is remembered for ten seconds, or for a minute where
 * keys are at hand, so that callers cannot have us hammer an issuer that is down. What an issuer
 * publishes replaces what it did before, even by nothing.
 */
public final class IssuerKeys {
  /** What a fetch may take; an issuer that is well answers far within these. */
  public static final TransportLimits LIMITS =
      new TransportLimits(
          Duration.ofSeconds(2),
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofSeconds(15),
          64 * 1024);

  private static final String BROKEN = "BROKEN";

  private final String issuer;
  private final IssuerClient client;
  private final Clock clock;
  private final AuditLog audit;
  private final ReentrantLock fetching = new ReentrantLock();
  private volatile Known known = Known.NOTHING;

  /**
   * @param issuer its identifier (RFC 8414 section 2): a URL over https, or http on loopback
   * @param transport within {@link #LIMITS}
   * @param clock tells how old keys are
   * @param audit is told when the issuer does not answer
   */
  public IssuerKeys(String issuer, HttpTransport transport, Clock clock, AuditLog audit) {
    this.issuer = issuer;
    this.client = new IssuerClient(issuer, transport);
    this.clock = clock;
    this.audit = audit;
  }

  /**
   * The key of this id, if it is for this algorithm.
   *
   * @param id compared letter for letter
   * @param algorithm {@code RS256} or {@code ES256}
   * @param requestId of the request that the key is needed for
   */
  public KeyAnswer find(String id, String algorithm, String requestId) {
    if (known.isDue(id, clock.instant())) {
      renew(id, requestId);
    }
    return known.answer(id, algorithm, clock.instant());
  }

  /** Whoever has a key at hand does not wait for another thread's fetch; the others do. */
  private void renew(String id, String requestId) {
    if (known.holds(id, clock.instant())) {
      if (!fetching.tryLock()) {
        return;
      }
    } else {
      fetching.lock();
    }
    try {
      if (known.isDue(id, clock.instant())) {
        fetch(id, requestId);
      }
    } finally {
      fetching.unlock();
    }
  }

  private void fetch(String id, String requestId) {
    try {
      Published found = client.fetch(known.published(), clock.instant());
      known = known.fetched(found, id, clock.instant());
    } catch (IssuerException e) {
      failed(e.reason(), requestId);
    } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
      // A bug that an issuer's answer wakes must not have every caller wake it again.
      failed(BROKEN, requestId);
    }
  }

  private void failed(String reason, String requestId) {
    known = known.failed(clock.instant());
    audit.record(new AuditEvent.IssuerUnreachable(requestId, issuer, reason));
  }
}
