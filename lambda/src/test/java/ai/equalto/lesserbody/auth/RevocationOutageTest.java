package ai.equalto.lesserbody.auth;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.audit.AuditLog;
import ai.equalto.lesserbody.audit.GuardReport;
import ai.equalto.lesserbody.testkit.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is done without the table, and how often it is asked meanwhile. */
class RevocationOutageTest {
  private final TestClock clock = new TestClock("2026-03-01T12:00:00Z");
  private final List<String> audit = new ArrayList<>();
  private final Store store = new Store();

  private static final class Store implements RevocationStore {
    private int asked;
    private boolean away;
    private boolean revoked;

    @Override
    public Entries find(String tokenId, String identity) {
      asked++;
      if (away) {
        throw new UnavailableException("away");
      }
      return new Entries(revoked, Optional.empty());
    }

    @Override
    public void revokeToken(String tokenId, Instant until) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void revokeIdentity(String identity, Instant issuedBefore, Instant until) {
      throw new UnsupportedOperationException();
    }
  }

  private Revocations revocations(boolean failsOpen) {
    return new Revocations(store, failsOpen, new AuditLog(audit::add, clock), clock);
  }

  private Optional<Refusal> refusal(Revocations revocations, String tokenId) {
    Instant now = clock.instant();
    return revocations.refusal(
        "alice", new Issuance(tokenId, now, now.plusSeconds(3600)), "request-1");
  }

  @Test
  void aStoreThatFailedIsLeftAloneForFiveSecondsIfTokensPass() {
    Revocations open = revocations(true);
    store.away = true;
    for (int i = 0; i < 100; i++) {
      assertThat(refusal(open, "token-" + i)).isEmpty();
    }
    assertThat(store.asked).isEqualTo(1);

    clock.advance(Revocations.PAUSE.minusMillis(1));
    refusal(open, "token");
    assertThat(store.asked).isEqualTo(1);

    store.away = false;
    store.revoked = true;
    clock.advance(Duration.ofMillis(1));
    assertThat(refusal(open, "token")).isPresent();
    assertThat(refusal(open, "other")).isPresent();
    assertThat(store.asked).isEqualTo(3);
  }

  @Test
  void whatIsKnownToBeRevokedStaysSoWhileTheStoreIsLeftAlone() {
    Revocations open = revocations(true);
    Issuance known = new Issuance("known", clock.instant(), clock.instant().plusSeconds(3600));
    store.revoked = true;
    open.refusal("alice", known, "request-1");
    store.away = true;
    refusal(open, "token");

    clock.advance(Revocations.BELIEVED);
    assertThat(open.refusal("alice", known, "request-1"))
        .contains(new Refusal.InvalidToken(Refusal.TokenFault.REVOKED));
    assertThat(store.asked).isEqualTo(2);
  }

  @Test
  void aStoreThatFailedIsAskedForEachTokenIfTheyAreRefused() {
    Revocations closed = revocations(false);
    store.away = true;
    for (int i = 0; i < 100; i++) {
      assertThat(refusal(closed, "token")).contains(new Refusal.Unavailable());
    }
    assertThat(store.asked).isEqualTo(100);

    store.away = false;
    assertThat(refusal(closed, "token")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anOutageIsAuditedOnceInTenSeconds(boolean failsOpen) {
    Revocations revocations = revocations(failsOpen);
    store.away = true;
    refusal(revocations, "token");
    clock.advance(GuardReport.PAUSE.minusMillis(1));
    refusal(revocations, "token");
    assertThat(audit)
        .singleElement()
        .asString()
        .contains("\"guard\":\"revocation\",\"let_through\":" + failsOpen);

    clock.advance(Duration.ofMillis(1));
    refusal(revocations, "token");
    assertThat(audit).hasSize(2);
  }
}
