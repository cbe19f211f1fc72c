package ai.equalto.lesserbody.auth;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.testkit.TestClock;
import io.jsonwebtoken.Jwts;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealTest {
  private static final SigningKey KEY = SigningKey.of("a secret of at least thirty-two bytes");
  private static final SigningKey OTHER_KEY = SigningKey.of("another secret of thirty-two bytes!!");
  private static final Principal ALICE = TestPrincipals.of("alice");
  private static final Map<String, String> VALUES = Map.of("a", "1", "b", "ü\n\"");

  private final TestClock clock = new TestClock("2026-01-01T00:00:00Z");
  private final Seal seal = new Seal(Optional.of(KEY), "test", clock);
  private final String sealed = seal.seal(ALICE, VALUES, Duration.ofMinutes(5));

  @Test
  void opensWhatItSealedForTheSamePrincipal() {
    assertThat(seal.open(ALICE, sealed).orElseThrow()).containsAllEntriesOf(VALUES);
  }

  @Test
  void opensOnAnotherInstanceWithTheSameKey() {
    Seal elsewhere = new Seal(Optional.of(KEY), "test", clock);
    assertThat(elsewhere.open(ALICE, sealed)).isPresent();
  }

  @Test
  void consistsOfVisibleAsciiCharacters() {
    Principal umlaut = TestPrincipals.of("Jürgen 木");
    String text = seal.seal(umlaut, VALUES, Duration.ofMinutes(5));
    assertThat(text).matches("[!-~]+");
    assertThat(seal.open(umlaut, text)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"=", "==", " ", "\n", "A"})
  void opensNoOtherSpellingOfWhatWasSealed(String more) {
    assertThat(seal.open(ALICE, sealed + more)).isEmpty();
  }

  @Test
  void opensNothingThatWasSealedForAnotherPurpose() {
    Seal other = new Seal(Optional.of(KEY), "test2", clock);
    assertThat(other.open(ALICE, sealed)).isEmpty();
  }

  @Test
  void opensNothingThatWasSealedWithAnotherKey() {
    Seal other = new Seal(Optional.of(OTHER_KEY), "test", clock);
    assertThat(other.open(ALICE, sealed)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bob", "Alice", "alice ", ""})
  void opensNothingForAnotherIdentity(String identity) {
    assertThat(seal.open(TestPrincipals.of(identity), sealed)).isEmpty();
  }

  @Test
  void opensNothingForAnotherTypeOfPrincipal() {
    assertThat(seal.open(ALICE, crafted("ANOTHER_TYPE"))).isEmpty();
    assertThat(seal.open(ALICE, crafted("LESSER_TOKEN"))).isPresent();
  }

  @Test
  void opensUntilTheSecondBeforeExpiry() {
    clock.advance(Duration.ofMinutes(5).minusSeconds(1));
    assertThat(seal.open(ALICE, sealed)).isPresent();
  }

  @Test
  void opensNothingThatExpiresNow() {
    clock.advance(Duration.ofMinutes(5));
    assertThat(seal.open(ALICE, sealed)).isEmpty();
  }

  @Test
  void opensNothingThatHasExpired() {
    clock.advance(Duration.ofDays(1));
    assertThat(seal.open(ALICE, sealed)).isEmpty();
  }

  @Test
  void opensNothingWithAnyOneCharacterChanged() {
    // The last character of a signature holds two bits that count for nothing.
    assertThat(IntStream.range(0, sealed.length() - 1).mapToObj(this::withOneChanged))
        .allSatisfy(changed -> assertThat(seal.open(ALICE, changed)).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ".", "..", "a.b.c", "eyJhbGciOiJub25lIn0.e30.", "\u0000", "木"})
  void opensNoGarbage(String garbage) {
    assertThat(seal.open(ALICE, garbage)).isEmpty();
  }

  @Test
  void opensNoUnsignedCopy() {
    String unsigned =
        Jwts.builder()
            .json(JwtJson.WRITER)
            .subject("alice")
            .claim("pty", "LESSER_TOKEN")
            .expiration(inAMinute())
            .compact();
    assertThat(seal.open(ALICE, unsigned)).isEmpty();
  }

  @Test
  void opensNoAccessTokenOfTheSameIdentity() {
    String token =
        Jwts.builder()
            .json(JwtJson.WRITER)
            .subject("alice")
            .claim("pty", "LESSER_TOKEN")
            .expiration(inAMinute())
            .signWith(KEY.forAccessTokens(), Jwts.SIG.HS256)
            .compact();
    assertThat(seal.open(ALICE, token)).isEmpty();
  }

  @Test
  void valuesCannotChangeTheOwner() {
    String forged =
        seal.seal(ALICE, Map.of("sub", "bob", "pty", "X", "exp", "9"), Duration.ofMinutes(5));
    assertThat(seal.open(TestPrincipals.of("bob"), forged)).isEmpty();
    assertThat(seal.open(ALICE, forged)).isPresent();
  }

  private String crafted(String type) {
    return Jwts.builder()
        .json(JwtJson.WRITER)
        .subject("alice")
        .claim("pty", type)
        .expiration(inAMinute())
        .signWith(KEY.derive("lesser-body/test"), Jwts.SIG.HS256)
        .compact();
  }

  private Date inAMinute() {
    return Date.from(clock.instant().plusSeconds(60));
  }

  private String withOneChanged(int at) {
    char changed = sealed.charAt(at) == 'A' ? 'B' : 'A';
    return sealed.substring(0, at) + changed + sealed.substring(at + 1);
  }
}
