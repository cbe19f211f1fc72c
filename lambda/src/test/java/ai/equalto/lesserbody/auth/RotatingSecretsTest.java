package ai.equalto.lesserbody.auth;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.audit.AuditLines;
import ai.equalto.lesserbody.audit.AuditLog;
import ai.equalto.lesserbody.auth.SecretSourceException.Reason;
import ai.equalto.lesserbody.testkit.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of keeping a secret, against a source that does what a test says. */
class RotatingSecretsTest {
  private static final String FIRST = "the first secret of thirty-two bytes";
  private static final String SECOND = "the second secret of thirty-two bytes";
  private static final CacheLimits LIMITS =
      CacheLimits.of(Duration.ofMinutes(60)).withPatience(Duration.ofMillis(20));

  private final TestClock clock = new TestClock("2026-03-01T12:00:00Z");
  private final List<String> audit = new CopyOnWriteArrayList<>();
  private final Source source = new Source();
  private final RotatingSecrets secrets =
      new RotatingSecrets(source, LIMITS, new AuditLog(audit::add, clock), clock);

  private final class Source implements SecretSource {
    private final AtomicInteger asked = new AtomicInteger();
    private volatile SecretVersions versions =
        new SecretVersions(at("v1", FIRST), Optional.empty());
    private volatile Optional<Reason> failure = Optional.empty();
    private volatile Optional<Error> broken = Optional.empty();
    private volatile CountDownLatch gate = new CountDownLatch(0);

    @Override
    public SecretVersions fetch() throws SecretSourceException {
      CountDownLatch own = gate;
      asked.incrementAndGet();
      try {
        own.await();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
      if (broken.isPresent()) {
        throw broken.get();
      }
      if (failure.isPresent()) {
        throw new SecretSourceException(failure.get());
      }
      return versions;
    }

    void awaitQuestion(int count) {
      while (asked.get() < count) {
        Thread.onSpinWait();
      }
    }

    void rotate() {
      versions = new SecretVersions(at("v2", SECOND), Optional.of(versions.current()));
    }
  }

  private SecretVersion at(String id, String stored) {
    return new SecretVersion(id, stored, clock.instant());
  }

  private static List<String> ids(Optional<KeyRing> ring) {
    return ring.stream().flatMap(keyRing -> keyRing.all().stream()).map(SigningKey::id).toList();
  }

  private static String id(String secret) {
    return SigningKey.of(secret).id();
  }

  @Test
  void asksForNothingBeforeItIsNeeded() {
    assertThat(source.asked).hasValue(0);
  }

  @Test
  void keepsTheSameRingForFiveMinutes() {
    KeyRing first = secrets.keys().orElseThrow();
    clock.advance(Duration.ofMinutes(5).minusMillis(1));
    assertThat(secrets.keys().orElseThrow()).isSameAs(first);
    assertThat(source.asked).hasValue(1);

    clock.advance(Duration.ofMillis(1));
    assertThat(secrets.keys().orElseThrow()).isSameAs(first);
    assertThat(source.asked).hasValue(2);
    assertThat(audit).isEmpty();
  }

  @Test
  void findsARotationWhenSomethingDoesNotVerify() {
    secrets.keys();
    source.rotate();

    assertThat(ids(secrets.renewed())).containsExactly(id(SECOND), id(FIRST));
    assertThat(AuditLines.events(audit))
        .containsExactly(
            """
            {"time":"2026-03-01T12:00:00Z","event":"secret_rotated","secret":"lesser_jwt",\
            "version_id":"v2","previous_version_id":"v1","previous_until":"2026-03-01T13:00:00Z"}\
            """);
  }

  @Test
  void thePreviousSecretCountsUntilTheGraceIsOver() {
    source.rotate();
    assertThat(ids(secrets.keys())).containsExactly(id(SECOND), id(FIRST));

    clock.advance(Duration.ofMinutes(60).minusMillis(1));
    assertThat(ids(secrets.keys())).containsExactly(id(SECOND), id(FIRST));
    clock.advance(Duration.ofMillis(1));
    assertThat(ids(secrets.keys())).containsExactly(id(SECOND));
  }

  @Test
  void aFloodOfBadSignaturesAsksOnceInThirtySeconds() {
    secrets.keys();
    for (int i = 0; i < 1000; i++) {
      secrets.renewed();
    }
    assertThat(source.asked).hasValue(2);

    clock.advance(Duration.ofSeconds(30));
    for (int i = 0; i < 1000; i++) {
      secrets.renewed();
    }
    assertThat(source.asked).hasValue(3);
  }

  @Test
  void keepsTheLastGoodSecretForAnHourWhileTheSourceIsDown() {
    secrets.keys();
    Instant asked = clock.instant();
    source.failure = Optional.of(Reason.NO_ANSWER);

    while (clock.instant().isBefore(asked.plus(Duration.ofMinutes(59)))) {
      clock.advance(Duration.ofMinutes(1));
      assertThat(ids(secrets.keys())).containsExactly(id(FIRST));
    }
    clock.advance(Duration.ofMinutes(1));
    assertThat(secrets.keys()).isEmpty();
    assertThat(AuditLines.event(audit.getFirst()))
        .endsWith(
            "\"secret_unavailable\",\"secret\":\"lesser_jwt\",\"reason\":\"no_answer\","
                + "\"using\":\"last_good\"}");
    assertThat(AuditLines.event(audit.getLast())).endsWith("\"using\":\"none\"}");

    source.failure = Optional.empty();
    clock.advance(Duration.ofSeconds(1));
    assertThat(ids(secrets.keys())).containsExactly(id(FIRST));
  }

  @Test
  void asksEveryThirtySecondsWhileItHasOneAndTheSourceIsDown() {
    secrets.keys();
    source.failure = Optional.of(Reason.NO_ANSWER);
    clock.advance(Duration.ofMinutes(6));
    for (int i = 0; i < 100; i++) {
      assertThat(secrets.keys()).isPresent();
    }
    assertThat(source.asked).hasValue(2);
  }

  @Test
  void aFailureIsNotKept() {
    source.failure = Optional.of(Reason.NOT_FOUND);
    assertThat(secrets.keys()).isEmpty();
    assertThat(secrets.keys()).isEmpty();
    assertThat(source.asked).hasValue(1);

    source.failure = Optional.empty();
    clock.advance(Duration.ofSeconds(1));
    assertThat(secrets.keys()).isPresent();
  }

  @Test
  void aSourceThatCannotEvenBeLoadedIsAuditedToo() {
    source.broken = Optional.of(new NoClassDefFoundError("a/part/of/the/client"));

    assertThat(secrets.keys()).isEmpty();
    assertThat(AuditLines.events(audit))
        .singleElement()
        .asString()
        .endsWith("\"reason\":\"broken\",\"using\":\"none\"}");
  }

  @Test
  void aSourceThatHangsHoldsUpNobodyWhoHasASecret() {
    KeyRing ring = secrets.keys().orElseThrow();
    clock.advance(Duration.ofMinutes(5));
    source.gate = new CountDownLatch(1);

    for (int i = 0; i < 100; i++) {
      assertThat(secrets.keys().orElseThrow()).isSameAs(ring);
      assertThat(secrets.renewed().orElseThrow()).isSameAs(ring);
    }
    source.awaitQuestion(2);
    assertThat(source.asked).hasValue(2);
    source.gate.countDown();
  }

  /** As when the function was frozen while it asked. */
  @Test
  void aQuestionThatWasGivenUpIsAskedAgainAndItsAnswerIgnored() {
    secrets.keys();
    clock.advance(Duration.ofMinutes(5));
    CountDownLatch hanging = new CountDownLatch(1);
    source.gate = hanging;
    secrets.keys();
    source.awaitQuestion(2);

    source.gate = new CountDownLatch(0);
    source.rotate();
    clock.advance(Duration.ofMinutes(1));
    assertThat(ids(secrets.keys())).containsExactly(id(SECOND), id(FIRST));
    hanging.countDown();
    assertThat(source.asked).hasValue(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "short|too_short",
        "''|empty",
        "'  '|empty",
        "{\"secret\":\"\"}|empty",
        "{\"secret\":\"short\"}|too_short",
        "{\"key\":\"the first secret of thirty-two bytes\"}|malformed",
        "{\"secret\":7}|malformed",
        "{\"secret\":\"the first secret of thirty-two bytes\"|malformed",
      })
  void refusesASecretThatCannotBeUsedAndNeverPrintsIt(String stored, String reason) {
    source.versions = new SecretVersions(at("v1", stored), Optional.empty());

    assertThat(secrets.keys()).isEmpty();
    assertThat(AuditLines.events(audit))
        .singleElement()
        .asString()
        .endsWith("\"reason\":\"" + reason + "\",\"using\":\"none\"}");
    assertThat(source.versions.toString()).contains("redacted").doesNotContain("short");
  }

  @Test
  void readsJsonAndBlanksAround() {
    source.versions =
        new SecretVersions(
            at("v2", "{\"other\":1,\"secret\":\"" + SECOND + "\"}"),
            Optional.of(at("v1", " " + FIRST + "\n")));
    assertThat(ids(secrets.keys())).containsExactly(id(SECOND), id(FIRST));
  }

  @Test
  void aPreviousSecretThatCannotBeUsedIsNone() {
    source.versions = new SecretVersions(at("v2", SECOND), Optional.of(at("v1", "short")));
    assertThat(ids(secrets.keys())).containsExactly(id(SECOND));
  }

  @Test
  void opensAtOnceWhatWasSealedElsewhereWithANewSecret() {
    secrets.keys();
    Principal alice = TestPrincipals.of("alice");
    Seal elsewhere =
        new Seal(Secrets.fixed(new KeyRing(SigningKey.of(SECOND), List.of())), "test", clock);
    String sealed = elsewhere.seal(alice, Map.of("a", "1"), Duration.ofMinutes(1));
    source.rotate();

    assertThat(new Seal(secrets, "test", clock).open(alice, sealed)).isPresent();
  }
}
