package ai.equalto.lesserbody.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.equalto.lesserbody.auth.TrustedIssuer.Clients;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedIssuerTest {
  @Test
  void isAnIdentifierLetterForLetter() {
    assertThat(TrustedIssuer.parse("https://Issuer.example/tenant/"))
        .isEqualTo(new TrustedIssuer("https://Issuer.example/tenant/", Optional.empty()));
  }

  @Test
  void mayNameItsClientsAndThePrefixOfItsScopes() {
    assertThat(
            TrustedIssuer.parse(
                "https://issuer.example ; scope_prefix = lesser/ ; client_id = one  two"))
        .isEqualTo(
            new TrustedIssuer(
                "https://issuer.example",
                Optional.of(new Clients(Set.of("one", "two"), "lesser/"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "https://issuer.example|x",
        "https://issuer example",
        "https://issuer.example/\u00e9",
        "https://issuer.example;",
        "https://issuer.example;client_id",
        "https://issuer.example;client_id=one",
        "https://issuer.example;scope_prefix=lesser/",
        "https://issuer.example;client_id=;scope_prefix=lesser/",
        "https://issuer.example;client_id=one;scope_prefix=",
        "https://issuer.example;client_id=one;client_id=two",
        "https://issuer.example;client_id=one;scope_prefix=a;scope_prefix=b",
        "https://issuer.example;client_id=one;scope_prefix=a;audience=any",
        "https://issuer.example;audience=any",
      })
  void refusesWhatIsNotWhole(String entry) {
    assertThatThrownBy(() -> TrustedIssuer.parse(entry))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
