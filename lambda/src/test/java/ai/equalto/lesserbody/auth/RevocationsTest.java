package ai.equalto.lesserbody.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.equalto.lesserbody.audit.AuditLog;
import ai.equalto.lesserbody.auth.Refusal.TokenFault;
import ai.equalto.lesserbody.testkit.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RevocationsTest {
  private static final Instant NOW = TestTokens.NOW;
  private static final Duration LIFE = Duration.ofHours(24).plusSeconds(60);

  private final FakeRevocations store = new FakeRevocations();
  private final TestClock clock = new TestClock(NOW.toString());
  private final List<String> audit = new ArrayList<>();
  private final Revocations closed = revocations(false);
  private final Revocations open = revocations(true);

  private Revocations revocations(boolean failsOpen) {
    return new Revocations(store, failsOpen, new AuditLog(audit::add, clock), clock);
  }

  private static Issuance issued(String id, Instant at) {
    return new Issuance(id, at, at.plusSeconds(3600));
  }

  private static Optional<Refusal> ask(Revocations revocations, Issuance issuance) {
    return revocations.refusal("alice", issuance, "request-1");
  }

  private static Optional<Refusal> revoked() {
    return Optional.of(new Refusal.InvalidToken(TokenFault.REVOKED));
  }

  @Test
  void refusesATokenThatWasTakenBackAndNoOther() {
    closed.revoke(issued("one", NOW));

    assertThat(ask(closed, issued("one", NOW))).isEqualTo(revoked());
    assertThat(ask(closed, issued("two", NOW))).isEmpty();
  }

  @Test
  void believesAnAnswerForThirtySeconds() {
    assertThat(ask(closed, issued("one", NOW))).isEmpty();
    store.tokens.put("one", NOW);

    clock.advance(Duration.ofMillis(29_999));
    assertThat(ask(closed, issued("one", NOW))).isEmpty();
    assertThat(store.questions).isEqualTo(1);
    clock.advance(Duration.ofMillis(1));
    assertThat(ask(closed, issued("one", NOW))).isEqualTo(revoked());
    assertThat(store.questions).isEqualTo(2);
  }

  @Test
  void forgetsWhatItBelievedWhenItTakesSomethingBackItself() {
    assertThat(ask(closed, issued("one", NOW))).isEmpty();
    assertThat(ask(closed, issued("two", NOW))).isEmpty();
    closed.revoke(issued("one", NOW));
    assertThat(ask(closed, issued("one", NOW))).isEqualTo(revoked());
    closed.revokeIdentity("alice", NOW.plusSeconds(1));
    assertThat(ask(closed, issued("two", NOW))).isEqualTo(revoked());
  }

  @Test
  void refusesWhatWasIssuedBeforeATimeAndNothingLater() {
    closed.revokeIdentity("alice", NOW);

    assertThat(ask(closed, issued("one", NOW.minusMillis(1)))).isEqualTo(revoked());
    assertThat(ask(closed, issued("one", NOW))).isEmpty();
    assertThat(closed.refusal("bob", issued("one", NOW.minusMillis(1)), "request-1")).isEmpty();
    assertThat(store.kept).containsEntry("alice", NOW.plus(LIFE));
  }

  @Test
  void takesBackByIdWhatTheIssuerGaveThatId() {
    closed.revokeJti("https://issuer.example", "42");

    assertThat(ask(closed, issued(TokenId.ofJti("https://issuer.example", "42"), NOW)))
        .isEqualTo(revoked());
    assertThat(ask(closed, issued(TokenId.ofJti("https://issuer.exampl", "e42"), NOW))).isEmpty();
    assertThat(store.tokens.values()).containsExactly(NOW.plus(LIFE));
  }

  @Test
  void keepsAnEntryUntilTheTokenCanBeGoodNoLonger() {
    closed.revoke(new Issuance("short", NOW, NOW.plusSeconds(60)));
    closed.revoke(new Issuance("long", NOW, Instant.MAX));
    closed.revoke(new Issuance("later", NOW.plusSeconds(300), Instant.MAX));

    assertThat(store.tokens)
        .containsEntry("short", NOW.plusSeconds(60))
        .containsEntry("long", NOW.plus(LIFE))
        .containsEntry("later", NOW.plusSeconds(300).plus(LIFE));
  }

  @Test
  void refusesWhatItCannotCheckUnlessItIsToLetThat() {
    store.away = true;

    assertThat(ask(closed, issued("one", NOW))).contains(new Refusal.Unavailable());
    assertThat(audit.getLast()).contains("\"guard\":\"revocation\",\"let_through\":false");
    assertThat(ask(open, issued("one", NOW))).isEmpty();
    assertThat(audit.getLast()).contains("\"guard\":\"revocation\",\"let_through\":true");
  }

  @Test
  void neverRemembersThatItCouldNotCheck() {
    store.away = true;
    assertThat(ask(closed, issued("one", NOW))).contains(new Refusal.Unavailable());
    store.away = false;

    assertThat(ask(closed, issued("one", NOW))).isEmpty();
  }

  @Test
  void whatItKnowsIsGoodWhileTheStoreIsAway() {
    assertThat(ask(closed, issued("one", NOW))).isEmpty();
    store.away = true;

    assertThat(ask(closed, issued("one", NOW))).isEmpty();
    assertThatThrownBy(() -> closed.revoke(issued("one", NOW)))
        .isInstanceOf(RevocationStore.UnavailableException.class);
  }
}
