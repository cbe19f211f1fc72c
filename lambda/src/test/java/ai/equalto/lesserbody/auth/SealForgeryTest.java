package ai.equalto.lesserbody.auth;

import static ai.equalto.lesserbody.auth.TestTokens.part;
import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.auth.Refusal.TokenFault;
import io.jsonwebtoken.Jwts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Seals that an attacker makes: changed parts, other algorithms, headers that ask for favours. */
class SealForgeryTest {
  private static final SigningKey SECRET = TestTokens.key();
  private static final SecretKey KEY = SECRET.derive("test");
  private static final String HEADER = TestSeals.header(SECRET);
  private static final Principal ALICE = TestPrincipals.of("alice");
  private static final long IN_A_MINUTE = TestTokens.NOW.getEpochSecond() + 60;
  private static final String CLAIMS = claims("alice", "\"lesser_token\"", "" + IN_A_MINUTE);
  private static final String BASE64 =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private final Seal seal = sealOf(SECRET);
  private final String sealed = seal.seal(ALICE, Map.of("a", "1"), Duration.ofMinutes(1));

  private static Seal sealOf(SigningKey secret) {
    return new Seal(Secrets.fixed(new KeyRing(secret, List.of())), "test", TestTokens.CLOCK);
  }

  private static String claims(String subject, String type, String expiry) {
    return "{\"val\":{\"a\":\"1\"},\"pty\":%s,\"sub\":\"%s\",\"exp\":%s}"
        .formatted(type, subject, expiry);
  }

  private static String encrypted(String header) {
    return TestSeals.encrypt(KEY, header, CLAIMS);
  }

  private void assertOpensNot(String text) {
    assertThat(seal.open(ALICE, text)).as(text).isEmpty();
  }

  /** Nothing of jjwt may see it, since it is the parser that such a text attacks. */
  private void assertNeverParses(String text) {
    assertThat(CompactA256Gcm.keyId(text)).as(text).isEmpty();
    assertOpensNot(text);
  }

  /** Shows that what the other tests change is all that keeps their seals shut. */
  @Test
  void opensWhatIsEncryptedByHandWithTheKey() {
    assertThat(seal.open(ALICE, encrypted(HEADER))).contains(Map.of("a", "1"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 3, 4})
  void opensNothingWithAnyCharacterOfAPartChanged(int part) {
    String[] parts = sealed.split("\\.", -1);
    String original = parts[part];
    assertThat(IntStream.range(0, original.length()).boxed())
        .isNotEmpty()
        .allSatisfy(at -> {
          char next = BASE64.charAt((BASE64.indexOf(original.charAt(at)) + 1) % BASE64.length());
          parts[part] = original.substring(0, at) + next + original.substring(at + 1);
          assertOpensNot(String.join(".", parts));
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 3, 4})
  void opensNothingWithAPartOfAnotherSeal(int part) {
    String[] parts = sealed.split("\\.", -1);
    String other = seal.seal(ALICE, Map.of("a", "2"), Duration.ofMinutes(1));
    parts[part] = part == 0 ? part(HEADER.replace("{", "{ ")) : other.split("\\.", -1)[part];
    assertOpensNot(String.join(".", parts));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 3, 4})
  void opensNothingWithoutAPart(int part) {
    String[] parts = sealed.split("\\.", -1);
    parts[part] = "";
    assertOpensNot(String.join(".", parts));
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", "AAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
  void opensNothingThatBringsAKey(String encryptedKey) {
    assertOpensNot(sealed.replace("..", "." + encryptedKey + "."));
  }

  @Test
  void opensNothingThatWasTruncated() {
    assertThat(IntStream.range(0, sealed.length()).mapToObj(sealed::substring).skip(1))
        .allSatisfy(this::assertOpensNot);
    assertThat(IntStream.range(0, sealed.length()).mapToObj(end -> sealed.substring(0, end)))
        .allSatisfy(this::assertOpensNot);
  }

  /** GCM itself would take a tag of four bytes, which is guessed soon enough. */
  @ParameterizedTest
  @ValueSource(ints = {4, 8, 12, 15})
  void opensNothingWithAShorterTag(int bytes) {
    int tag = sealed.lastIndexOf('.') + 1;
    byte[] whole = Base64.getUrlDecoder().decode(sealed.substring(tag));
    assertOpensNot(sealed.substring(0, tag) + part(Arrays.copyOf(whole, bytes)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"=", "==", " ", "\n", "A", ".", ".A"})
  void opensNoOtherSpellingOfWhatWasSealed(String more) {
    assertOpensNot(sealed + more);
    assertOpensNot(more + sealed);
    assertOpensNot(sealed.replace("..", "." + more + "."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "12"})
  void opensNoSecondSpellingOfTheLastByteOfTheText(String padding) {
    String text = seal.seal(ALICE, Map.of("a", padding), Duration.ofMinutes(1));
    String[] parts = text.split("\\.", -1);
    String ciphertext = parts[3];
    char last = ciphertext.charAt(ciphertext.length() - 1);
    parts[3] =
        ciphertext.substring(0, ciphertext.length() - 1) + BASE64.charAt(BASE64.indexOf(last) ^ 1);
    assertOpensNot(String.join(".", parts));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ".", "..", "....", "a.b.c", "a..c.d.e", "\u0000", "木", "null"})
  void opensNoGarbage(String garbage) {
    assertOpensNot(garbage);
  }

  @Test
  @Timeout(20)
  void opensNothingOfGreatLength() {
    int most = CompactA256Gcm.MAX_LENGTH;
    for (int length : List.of(most, most + 1, 50 * most)) {
      assertOpensNot("a".repeat(length));
      assertOpensNot(".".repeat(length));
      assertOpensNot(sealed + "a".repeat(length - sealed.length()));
      String[] parts = sealed.split("\\.", -1);
      parts[3] = "A".repeat(length - sealed.length() + parts[3].length());
      assertOpensNot(String.join(".", parts));
    }
  }

  @Test
  void opensNothingOneCharacterTooLongThoughItWasEncryptedHere() {
    String values = "x".repeat(CompactA256Gcm.MAX_LENGTH * 3 / 4);
    String claims = CLAIMS.replace("\"1\"", "\"" + values + "\"");
    assertOpensNot(TestSeals.encrypt(KEY, HEADER, claims));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "none",
        "None",
        "",
        "DIR",
        "dir ",
        "HS256",
        "A256KW",
        "A256GCMKW",
        "ECDH-ES",
        "ECDH-ES+A256KW",
        "RSA1_5",
        "RSA-OAEP",
        "RSA-OAEP-256",
        "PBES2-HS256+A128KW",
        "PBES2-HS512+A256KW"
      })
  void opensNothingOfAnotherAlgorithmEvenIfItsTagVerifies(String algorithm) {
    assertNeverParses(encrypted(HEADER.replace("dir", algorithm)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"A128GCM", "A192GCM", "a256gcm", "A256CBC-HS512", "A128CBC-HS256", "none", ""})
  void opensNothingOfAnotherEncryptionEvenIfItsTagVerifies(String encryption) {
    assertNeverParses(encrypted(HEADER.replace("A256GCM", encryption)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"zip\":\"DEF\"",
        "\"zip\":\"GZIP\"",
        "\"zip\":\"none\"",
        "\"zip\":null",
        "\"p2c\":2147483647,\"p2s\":\"AAAAAAAAAAAAAAAAAAAAAA\"",
        "\"epk\":{\"kty\":\"EC\"}",
        "\"crit\":[\"exp\"]",
        "\"crit\":[]",
        "\"cty\":\"JWT\"",
        "\"typ\":\"JWT\"",
        "\"jwk\":{\"kty\":\"oct\",\"k\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"}",
        "\"jku\":\"https://evil.example/keys\"",
        "\"x\":1",
        "\"alg\":\"dir\"",
        "\"enc\":\"A256GCM\""
      })
  void opensNothingWithAnotherFieldInItsHeaderEvenIfItsTagVerifies(String field) {
    assertNeverParses(encrypted(HEADER.replace("}", "," + field + "}")));
  }

  static Stream<String> headers() {
    String id = SECRET.id();
    return Stream.of(
        "{}",
        "[]",
        "[1,2,3]",
        "null",
        "\"dir\"",
        "{",
        "",
        HEADER + "{}",
        HEADER.replace("kid", "KID"),
        HEADER.replace("alg", "ALG"),
        HEADER.replace("enc", "ENC"),
        HEADER.replace("\"dir\"", "null"),
        HEADER.replace("\"dir\"", "[\"dir\"]"),
        HEADER.replace("\"A256GCM\"", "1"),
        HEADER.replace("\"" + id + "\"", "null"),
        HEADER.replace("\"" + id + "\"", "[\"" + id + "\"]"),
        HEADER.replace(id, ""),
        HEADER.replace(id, "unknown_"),
        HEADER.replace(id, id + " "),
        HEADER.replace(id, "../../dev/null"),
        HEADER.replace(id, "x".repeat(200)),
        "{\"alg\":\"dir\",\"enc\":\"A256GCM\"}",
        "{\"kid\":\"" + id + "\",\"alg\":\"dir\"}");
  }

  @ParameterizedTest
  @MethodSource("headers")
  void opensNothingWhoseHeaderNamesNotWhatItMust(String header) {
    assertOpensNot(encrypted(header));
  }

  @Test
  @Timeout(20)
  void neverHashesAsOftenAsAStrangerSays() {
    String header =
        HEADER
            .replace("dir", "PBES2-HS512+A256KW")
            .replace("}", ",\"p2c\":2147483647,\"p2s\":\"AAAAAAAAAAAAAAAAAAAAAA\"}");
    String[] parts = sealed.split("\\.", -1);
    parts[0] = part(header);
    assertNeverParses(String.join(".", parts));
    parts[1] = part(new byte[40]);
    assertNeverParses(String.join(".", parts));
  }

  @Test
  void neverUnfoldsWhatIsCompressed() throws IOException {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(bomb)) {
      deflater.write(CLAIMS.getBytes(StandardCharsets.UTF_8));
      deflater.write(" ".repeat(1 << 24).getBytes(StandardCharsets.UTF_8));
    }
    String header = HEADER.replace("}", ",\"zip\":\"DEF\"}");
    assertNeverParses(TestSeals.encrypt(KEY, header, bomb.toByteArray()));
    assertOpensNot(TestSeals.encrypt(KEY, HEADER, bomb.toByteArray()));
  }

  @Test
  void opensNothingThatIsEncryptedForAKeyPair() {
    KeyPair pair = Jwts.SIG.RS256.keyPair().build();
    String text =
        Jwts.builder()
            .json(JwtJson.WRITER)
            .header()
            .keyId(SECRET.id())
            .and()
            .subject("alice")
            .encryptWith(pair.getPublic(), Jwts.KEY.RSA_OAEP_256, Jwts.ENC.A256GCM)
            .compact();
    assertNeverParses(text);
  }

  @Test
  void opensNoAccessToken() {
    assertNeverParses(TestTokens.of("alice", Scope.ADMIN));
  }

  @Test
  void isNoAccessToken() {
    new HookFixture().assertRefuses(sealed, TokenFault.UNSUPPORTED);
  }

  @Test
  void opensNothingThatIsOnlySigned() {
    assertNeverParses(TestTokens.sign(TestTokens.HS256, CLAIMS));
    assertNeverParses(TestTokens.sign(HEADER, CLAIMS));
    assertNeverParses(
        Jwts.builder()
            .json(JwtJson.WRITER)
            .subject("alice")
            .expiration(Date.from(TestTokens.NOW.plusSeconds(60)))
            .signWith(new SecretKeySpec(KEY.getEncoded(), "HmacSHA256"))
            .compact());
  }

  @Test
  void opensNothingThatNeedsNoKey() {
    String unsigned = part("{\"alg\":\"none\"}") + "." + part(CLAIMS) + ".";
    assertNeverParses(unsigned);
    assertNeverParses(unsigned + "..");
  }

  @Test
  void opensNothingThatIsEncryptedWithTheSecretItself() {
    byte[] secret = Arrays.copyOf(SECRET.forAccessTokens().getEncoded(), 32);
    SecretKey direct = new SecretKeySpec(secret, "AES");
    assertOpensNot(TestSeals.encrypt(direct, HEADER, CLAIMS));
  }

  static Stream<String> foreignClaims() {
    String expiry = "" + IN_A_MINUTE;
    return Stream.of(
        claims("bob", "\"lesser_token\"", expiry),
        claims("", "\"lesser_token\"", expiry),
        claims("alice", "\"ANOTHER_TYPE\"", expiry),
        claims("alice", "null", expiry),
        claims("alice", "[\"lesser_token\"]", expiry),
        claims("alice", "\"lesser_token\"", "null"),
        claims("alice", "\"lesser_token\"", "0"),
        claims("alice", "\"lesser_token\"", "" + (IN_A_MINUTE - 60)),
        claims("alice", "\"lesser_token\"", "\"never\""),
        "{}",
        "[]",
        "not JSON",
        CLAIMS + "}");
  }

  @ParameterizedTest
  @MethodSource("foreignClaims")
  void opensNothingWhoseClaimsAreNotThoseOfTheCaller(String claims) {
    assertOpensNot(TestSeals.encrypt(KEY, HEADER, claims));
  }
}
