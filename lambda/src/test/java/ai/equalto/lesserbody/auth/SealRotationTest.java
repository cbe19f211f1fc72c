package ai.equalto.lesserbody.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is open after the secret was changed. */
class SealRotationTest {
  private static final SigningKey OLDEST = SigningKey.of("the first secret of thirty-two bytes");
  private static final SigningKey OLD = SigningKey.of("the second secret of thirty-two bytes");
  private static final SigningKey NEW = SigningKey.of("the third secret of thirty-two bytes");
  private static final Principal ALICE = TestPrincipals.of("alice");
  private static final Map<String, String> VALUES = Map.of("a", "1");

  private static Seal sealOf(SigningKey current, SigningKey... previous) {
    return new Seal(
        Secrets.fixed(new KeyRing(current, List.of(previous))), "test", TestTokens.CLOCK);
  }

  private static String sealedBy(SigningKey current, SigningKey... previous) {
    return sealOf(current, previous).seal(ALICE, VALUES, Duration.ofMinutes(1));
  }

  @Test
  void opensWhatTheSecretBeforeSealed() {
    assertThat(sealOf(NEW, OLD).open(ALICE, sealedBy(OLD))).contains(VALUES);
    assertThat(sealOf(NEW, OLD).open(ALICE, sealedBy(OLD, OLDEST))).contains(VALUES);
  }

  @Test
  void sealsWithTheCurrentSecretAlone() {
    String sealed = sealedBy(NEW, OLD);

    assertThat(sealOf(NEW).open(ALICE, sealed)).contains(VALUES);
    assertThat(sealOf(OLD).open(ALICE, sealed)).isEmpty();
  }

  @Test
  void opensNothingOfASecretOlderThanTheOneBefore() {
    assertThat(sealOf(NEW, OLD).open(ALICE, sealedBy(OLDEST))).isEmpty();
  }

  @Test
  void opensWhatEverySecretOfTheRingSealed() {
    Seal seal = sealOf(NEW, OLD, OLDEST);

    for (SigningKey key : List.of(NEW, OLD, OLDEST)) {
      assertThat(seal.open(ALICE, sealedBy(key))).contains(VALUES);
    }
  }

  @Test
  void opensNothingNewWhereTheSecretIsStillTheOldOne() {
    assertThat(sealOf(OLD, OLDEST).open(ALICE, sealedBy(NEW, OLD))).isEmpty();
  }

  /** The id only says which key to try: one key's text under the other's name stays shut. */
  @Test
  void opensNothingUnderTheNameOfAnotherKeyOfTheRing() {
    String claims =
        "{\"val\":{},\"pty\":\"lesser_token\",\"sub\":\"alice\",\"exp\":%d}"
            .formatted(TestTokens.NOW.getEpochSecond() + 60);
    String honest = TestSeals.encrypt(OLD.derive("test"), TestSeals.header(OLD), claims);
    String misnamed = TestSeals.encrypt(OLD.derive("test"), TestSeals.header(NEW), claims);

    assertThat(sealOf(NEW, OLD).open(ALICE, honest)).isPresent();
    assertThat(sealOf(NEW, OLD).open(ALICE, misnamed)).isEmpty();
  }

  @Test
  void printsNothingOfItsKeys() {
    KeyRing ring = new KeyRing(NEW, List.of(OLD, OLDEST));

    assertThat(ring).hasToString("KeyRing[redacted]");
  }
}
