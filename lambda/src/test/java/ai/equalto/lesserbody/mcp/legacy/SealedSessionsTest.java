package ai.equalto.lesserbody.mcp.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.auth.KeyRing;
import ai.equalto.lesserbody.auth.Principal;
import ai.equalto.lesserbody.auth.Seal;
import ai.equalto.lesserbody.auth.Secrets;
import ai.equalto.lesserbody.auth.SigningKey;
import ai.equalto.lesserbody.auth.TestPrincipals;
import ai.equalto.lesserbody.mcp.Revision;
import ai.equalto.lesserbody.mcp.legacy.Sessions.Ending;
import ai.equalto.lesserbody.testkit.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SealedSessionsTest {
  private static final Secrets KEYS =
      Secrets.fixed(new KeyRing(SigningKey.of("a secret of at least thirty-two bytes"), List.of()));
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Session SESSION =
      new Session(Revision.V2025_06_18, Optional.of("inspector \"ü\""));

  private final Principal alice = TestPrincipals.of("alice");
  private final Principal bob = TestPrincipals.of("bob");
  private final TestClock clock = new TestClock("2026-01-01T00:00:00Z");
  private final SealedSessions sessions = new SealedSessions(KEYS, HOUR, clock);
  private final String id = sessions.open(alice, SESSION);

  @Test
  void findsASessionOnAnotherInstance() {
    assertThat(new SealedSessions(KEYS, HOUR, clock).find(alice, id)).contains(SESSION);
  }

  @ParameterizedTest
  @EnumSource(names = "V2026_07_28", mode = EnumSource.Mode.EXCLUDE)
  void findsASessionOfEveryOlderRevisionWhoseClientHasNoName(Revision revision) {
    Session session = new Session(revision, Optional.empty());
    assertThat(sessions.find(alice, sessions.open(alice, session))).contains(session);
  }

  @Test
  void anIdIsOfVisibleAscii() {
    assertThat(id).matches("[!-~]+");
  }

  @Test
  void aSessionDoesNotExistForAnotherIdentity() {
    assertThat(sessions.find(bob, id)).isEmpty();
    assertThat(sessions.end(bob, id)).isEqualTo(Ending.UNKNOWN);
  }

  @Test
  void aSessionExpires() {
    clock.advance(HOUR.minusSeconds(1));
    assertThat(sessions.find(alice, id)).isPresent();
    clock.advance(Duration.ofSeconds(1));
    assertThat(sessions.find(alice, id)).isEmpty();
    assertThat(sessions.end(alice, id)).isEqualTo(Ending.UNKNOWN);
  }

  @Test
  void aSessionCannotBeEndedBeforeItExpires() {
    assertThat(sessions.end(alice, id)).isEqualTo(Ending.NOT_REVOCABLE);
    assertThat(sessions.find(alice, id)).isPresent();
  }

  @Test
  void anIdThatWasChangedIsUnknown() {
    String changed = id.substring(0, id.length() / 2) + "A" + id.substring(id.length() / 2 + 1);
    assertThat(sessions.find(alice, changed)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "a.b.c", "\u0000"})
  void garbageIsUnknown(String garbage) {
    assertThat(sessions.find(alice, garbage)).isEmpty();
    assertThat(sessions.end(alice, garbage)).isEqualTo(Ending.UNKNOWN);
  }

  @Test
  void anIdThatIsTooLongIsUnknown() {
    assertThat(sessions.find(alice, id + " ".repeat(5000))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-11-05", "2026-07-28"})
  void aSessionOfARevisionThatHasNoSessionsHereIsGone(String revision) {
    Seal seal = new Seal(KEYS, "session", clock);
    assertThat(sessions.find(alice, seal.seal(alice, Map.of("revision", revision), HOUR)))
        .isEmpty();
    assertThat(sessions.find(alice, seal.seal(alice, Map.of(), HOUR))).isEmpty();
  }

  @Test
  void aSealForAnotherPurposeIsNoSession() {
    Seal seal = new Seal(KEYS, "memory-cursor", clock);
    assertThat(sessions.find(alice, seal.seal(alice, Map.of("revision", "2025-06-18"), HOUR)))
        .isEmpty();
  }
}
