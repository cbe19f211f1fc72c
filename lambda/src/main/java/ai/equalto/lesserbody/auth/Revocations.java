package ai.equalto.lesserbody.auth;

import ai.equalto.lesserbody.audit.AuditEvent;
import ai.equalto.lesserbody.audit.AuditLog;
import ai.equalto.lesserbody.audit.GuardReport;
import ai.equalto.lesserbody.auth.Refusal.TokenFault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Tokens that were taken back before they expired. An instance believes what it read for {@link
 * #BELIEVED}, so that is how long a token may outlive its revocation. Where what cannot be checked
 * is refused, each token is asked for; where it passes, a store that failed is left alone for
 * {@link #PAUSE}, so that an outage does not have every request wait for it.
 */
public final class Revocations {
  /** How long an answer of the store is believed. */
  public static final Duration BELIEVED = Duration.ofSeconds(30);

  /** How long a store that failed is left alone, if tokens pass meanwhile. */
  public static final Duration PAUSE = Duration.ofSeconds(5);

  /** The longest that any token is accepted after now: its claim {@code iat} may run ahead. */
  static final Duration LONGEST_LIFE = TokenTimes.MAX_AGE.plus(TokenTimes.CLOCK_SKEW);

  private static final int REMEMBERED = 10_000;

  private final RevocationStore store;
  private final boolean failsOpen;
  private final GuardReport report;
  private final Clock clock;
  private final Recent<Checked, Answer> answers = new Recent<>(REMEMBERED);
  private volatile Instant nextQuestion = Instant.MIN;

  /** All that an answer depends on; a {@code jti} alone could be used for two tokens. */
  private record Checked(String tokenId, String identity, Instant issuedAt) {}

  private record Answer(boolean revoked, Instant readAt) {}

  /**
   * @param failsOpen whether a token passes that cannot be checked
   * @param audit is told that tokens cannot be checked, see {@link GuardReport}
   */
  public Revocations(RevocationStore store, boolean failsOpen, AuditLog audit, Clock clock) {
    this.store = store;
    this.failsOpen = failsOpen;
    this.report = new GuardReport(AuditEvent.Guard.REVOCATION, audit, clock);
    this.clock = clock;
  }

  /** What speaks against a token that is good in all other respects. */
  Optional<Refusal> refusal(String identity, Issuance issuance, String requestId) {
    try {
      return isRevoked(new Checked(issuance.tokenId(), identity, issuance.issuedAt()))
          ? Optional.of(new Refusal.InvalidToken(TokenFault.REVOKED))
          : Optional.empty();
    } catch (RevocationStore.UnavailableException e) {
      return unchecked(requestId);
    }
  }

  private Optional<Refusal> unchecked(String requestId) {
    if (failsOpen) {
      report.letThrough(requestId);
      return Optional.empty();
    }
    report.refused(requestId);
    return Optional.of(new Refusal.Unavailable());
  }

  private boolean isRevoked(Checked token) {
    Instant now = clock.instant();
    Optional<Answer> known =
        answers
            .get(token)
            // What was taken back is never given back.
            .filter(answer -> answer.revoked() || answer.readAt().plus(BELIEVED).isAfter(now));
    if (known.isPresent()) {
      return known.get().revoked();
    }
    RevocationStore.Entries entries = ask(token);
    boolean revoked =
        entries.byToken() || entries.issuedBefore().filter(token.issuedAt()::isBefore).isPresent();
    answers.put(token, new Answer(revoked, now));
    return revoked;
  }

  private RevocationStore.Entries ask(Checked token) {
    if (failsOpen && clock.instant().isBefore(nextQuestion)) {
      throw new RevocationStore.UnavailableException("it failed a moment ago");
    }
    try {
      return store.find(token.tokenId(), token.identity());
    } catch (RevocationStore.UnavailableException e) {
      nextQuestion = clock.instant().plus(PAUSE);
      throw e;
    }
  }

  /** Takes one token back until it is good no longer, whatever it says itself. */
  void revoke(Issuance issuance) {
    Instant now = clock.instant();
    Instant last =
        (issuance.issuedAt().isAfter(now) ? issuance.issuedAt() : now).plus(LONGEST_LIFE);
    store.revokeToken(
        issuance.tokenId(), issuance.expiresAt().isBefore(last) ? issuance.expiresAt() : last);
    answers.clear();
  }

  /** Takes back the token with this {@code jti}, whenever it may expire. */
  void revokeJti(String issuer, String jti) {
    store.revokeToken(TokenId.ofJti(issuer, jti), clock.instant().plus(LONGEST_LIFE));
    answers.clear();
  }

  /** Takes back all that was issued to somebody before a time. */
  void revokeIdentity(String identity, Instant issuedBefore) {
    store.revokeIdentity(identity, issuedBefore, issuedBefore.plus(LONGEST_LIFE));
    answers.clear();
  }
}
