package ai.equalto.lesserbody.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.equalto.lesserbody.testkit.TestClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealTest {
  private static final SigningKey KEY = TestTokens.key();
  private static final SigningKey OTHER_KEY = SigningKey.of("another secret of thirty-two bytes!!");
  private static final Principal ALICE = TestPrincipals.of("alice");
  private static final Map<String, String> VALUES = Map.of("a", "1", "b", "ü\n\"");
  private static final Duration MINUTES = Duration.ofMinutes(5);

  private final TestClock clock = new TestClock("2026-01-01T00:00:00Z");
  private final Seal seal = sealOf(KEY, "test");
  private final String sealed = seal.seal(ALICE, VALUES, MINUTES);

  private Seal sealOf(SigningKey key, String purpose) {
    return new Seal(Secrets.fixed(new KeyRing(key, List.of())), purpose, clock);
  }

  @Test
  void opensWhatItSealedForTheSamePrincipal() {
    assertThat(seal.open(ALICE, sealed)).contains(VALUES);
  }

  @Test
  void opensOnAnotherInstanceWithTheSameKey() {
    assertThat(sealOf(KEY, "test").open(ALICE, sealed)).contains(VALUES);
  }

  @Test
  void opensMoreThanOnce() {
    assertThat(seal.open(ALICE, sealed)).isEqualTo(seal.open(ALICE, sealed)).isPresent();
  }

  /** A claim of such a name would be dropped, turned into a time, or speak for the principal. */
  @ParameterizedTest
  @ValueSource(strings = {"sub", "pty", "val", "exp", "nbf", "iat", "aud", "", " padded ", "kid"})
  void keepsValuesOfAnyName(String name) {
    Map<String, String> values = Map.of(name, "bob", "empty", "");

    assertThat(seal.open(ALICE, seal.seal(ALICE, values, MINUTES))).contains(values);
    assertThat(seal.open(TestPrincipals.of("bob"), seal.seal(ALICE, values, MINUTES))).isEmpty();
  }

  @Test
  void sealsNoValuesAtAll() {
    assertThat(seal.open(ALICE, seal.seal(ALICE, Map.of(), MINUTES))).contains(Map.of());
  }

  @Test
  void consistsOfVisibleAsciiCharacters() {
    Principal umlaut = TestPrincipals.of("Jürgen 木");
    String text = seal.seal(umlaut, VALUES, MINUTES);

    assertThat(text).matches("[!-~]+");
    assertThat(seal.open(umlaut, text)).isPresent();
  }

  @Test
  void showsNothingOfWhatWasSealedOrForWhom() {
    String text = seal.seal(ALICE, Map.of("plain-name", "plain-text"), MINUTES);

    assertThat(text.split("\\.", -1))
        .hasSize(5)
        .allSatisfy(part ->
            assertThat(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.ISO_8859_1))
                .doesNotContain("plain", "alice", "lesser_token"));
  }

  @Test
  void namesItsKeyAndItsAlgorithmsAndNothingElseInItsHeader() {
    String header = sealed.substring(0, sealed.indexOf('.'));

    assertThat(new String(Base64.getUrlDecoder().decode(header), StandardCharsets.UTF_8))
        .isEqualTo(TestSeals.header(KEY));
  }

  @Test
  void neverSealsTwiceAlike() {
    String again = seal.seal(ALICE, VALUES, MINUTES);

    assertThat(again.split("\\.", -1)[2]).isNotEqualTo(sealed.split("\\.", -1)[2]);
    assertThat(again.split("\\.", -1)[3]).isNotEqualTo(sealed.split("\\.", -1)[3]);
  }

  @Test
  void opensNothingThatWasSealedForAnotherPurpose() {
    assertThat(sealOf(KEY, "test2").open(ALICE, sealed)).isEmpty();
  }

  @Test
  void opensNothingThatWasSealedWithAnotherKey() {
    assertThat(sealOf(OTHER_KEY, "test").open(ALICE, sealed)).isEmpty();
  }

  @Test
  void opensAndSealsNothingWithoutAKey() {
    Seal keyless = new Seal(TestSecrets.none(), "test", clock);

    assertThat(keyless.open(ALICE, sealed)).isEmpty();
    assertThatThrownBy(() -> keyless.seal(ALICE, VALUES, MINUTES))
        .isInstanceOf(NoSuchElementException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bob", "Alice", "alice ", ""})
  void opensNothingForAnotherIdentity(String identity) {
    assertThat(seal.open(TestPrincipals.of(identity), sealed)).isEmpty();
  }

  @Test
  void opensUntilTheSecondBeforeExpiry() {
    clock.advance(MINUTES.minusSeconds(1));
    assertThat(seal.open(ALICE, sealed)).isPresent();
  }

  @Test
  void opensNothingThatExpiresNow() {
    clock.advance(MINUTES);
    assertThat(seal.open(ALICE, sealed)).isEmpty();
  }

  @Test
  void opensNothingThatHasExpired() {
    clock.advance(Duration.ofDays(1));
    assertThat(seal.open(ALICE, sealed)).isEmpty();
  }

  /** Often enough for every character that a text can end with, whatever its length. */
  @Test
  void opensWhateverItSeals() {
    for (int i = 0; i < 1000; i++) {
      Map<String, String> values = Map.of("a", "x".repeat(i % 40));
      assertThat(seal.open(ALICE, seal.seal(ALICE, values, MINUTES))).contains(values);
    }
  }

  @Test
  void opensWhatIsLong() {
    Map<String, String> values = Map.of("long", "x".repeat(380 * 1024));

    assertThat(seal.open(ALICE, seal.seal(ALICE, values, MINUTES))).contains(values);
  }

  @Test
  void sealsNothingThatWouldBeTooLongToOpen() {
    Map<String, String> values = Map.of("long", "x".repeat(400 * 1024));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> seal.seal(ALICE, values, MINUTES))
        .withMessageMatching("[0-9]+ characters are too long for a seal");
  }
}
