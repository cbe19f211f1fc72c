package ai.equalto.lesserbody.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
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
    assertThat(key.derive("one").getAlgorithm()).isEqualTo("HmacSHA256");
  }
}
