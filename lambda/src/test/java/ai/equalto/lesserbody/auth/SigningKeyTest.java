package ai.equalto.lesserbody.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class SigningKeyTest {
  private static final String SECRET = TestTokens.SECRET;

  @Test
  void takesASecretOfThirtyTwoBytes() {
    assertThat(SigningKey.of(SECRET).forAccessTokens().getEncoded())
        .isEqualTo(SECRET.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void refusesAShorterSecretAndDoesNotRepeatIt() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SigningKey.of(SECRET.substring(1)))
        .withMessage("a secret of 31 bytes, fewer than 32");
    assertThatIllegalArgumentException().isThrownBy(() -> SigningKey.of(""));
  }

  @Test
  void countsBytesAndNotCharacters() {
    assertThat(SigningKey.of("é".repeat(16)).forAccessTokens().getEncoded()).hasSize(32);
    assertThatIllegalArgumentException().isThrownBy(() -> SigningKey.of("é".repeat(15)));
  }

  @Test
  void printsNothingOfItself() {
    assertThat(SigningKey.of(SECRET)).hasToString("SigningKey[redacted]");
  }

  @Test
  void derivesTheSameKeyForTheSamePurpose() {
    assertThat(SigningKey.of(SECRET).derive("one").getEncoded())
        .isEqualTo(SigningKey.of(SECRET).derive("one").getEncoded())
        .hasSize(32);
  }

  @Test
  void derivesAnotherKeyForAnotherPurposeOrSecret() {
    byte[] one = SigningKey.of(SECRET).derive("one").getEncoded();

    assertThat(SigningKey.of(SECRET).derive("two").getEncoded()).isNotEqualTo(one);
    assertThat(SigningKey.of(SECRET).derive("").getEncoded()).isNotEqualTo(one);
    assertThat(SigningKey.of(SECRET + "!").derive("one").getEncoded()).isNotEqualTo(one);
  }

  @Test
  void derivesNoKeyThatVerifiesAccessTokens() {
    SigningKey key = SigningKey.of(SECRET);

    assertThat(key.derive("one").getEncoded()).isNotEqualTo(key.forAccessTokens().getEncoded());
    assertThat(key.derive("one").getAlgorithm()).isEqualTo("AES");
  }

  @Test
  void hasAnotherIdThanAnotherSecret() {
    assertThat(SigningKey.of(SECRET).id())
        .isEqualTo(SigningKey.of(SECRET).id())
        .isNotEqualTo(SigningKey.of(SECRET + "!").id())
        .matches("[A-Za-z0-9_-]{8}");
  }

  @Test
  void hasAnIdThatIsNoPartOfAKey() {
    SigningKey key = SigningKey.of(SECRET);
    String id = HexFormat.of().formatHex(Base64.getUrlDecoder().decode(key.id()));

    for (String purpose : List.of("", "key-id", "/key-id", "../key-id")) {
      assertThat(HexFormat.of().formatHex(key.derive(purpose).getEncoded())).doesNotContain(id);
    }
  }

  /** Computed by RFC 5869 with another program: whoever changes them voids all that is sealed. */
  @Test
  void derivesTheSameAsEver() {
    assertThat(SigningKey.of(SECRET).id()).isEqualTo("Cdt4Mikc");
    assertThat(SigningKey.of(SECRET).derive("one").getEncoded())
        .asHexString()
        .isEqualToIgnoringCase("bd9d875d9aeba5efb3bd4f614b09610721cf489bd5a674c5277eed2364be6428");
  }
}
