package ai.equalto.lesserbody.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrincipalTest {
  @ParameterizedTest
  @CsvSource({
    "READ, READ, true",
    "READ, WRITE, false",
    "READ, ADMIN, false",
    "WRITE, READ, true",
    "WRITE, WRITE, true",
    "WRITE, ADMIN, false",
    "ADMIN, READ, true",
    "ADMIN, WRITE, true",
    "ADMIN, ADMIN, true"
  })
  void mayDoWhatItsScopeIncludes(Scope granted, Scope needed, boolean may) {
    assertThat(TestPrincipals.of("alice", granted).may(needed)).isEqualTo(may);
  }

  @Test
  void withoutScopesMayDoNothing() {
    assertThat(Scope.values()).noneMatch(TestPrincipals.of("alice")::may);
  }

  @Test
  void doesNotChangeWithTheScopesItWasMadeOf() {
    Set<Scope> scopes = EnumSet.of(Scope.READ);
    Principal principal = new Principal(new Proof.InstanceKey(), "alice", scopes);

    scopes.add(Scope.ADMIN);

    assertThat(principal.may(Scope.ADMIN)).isFalse();
  }

  @Test
  void canBeMadeNowhereElse() {
    assertThat(Principal.class).isFinal();
    assertThat(Principal.class.getDeclaredConstructors())
        .allMatch(constructor ->
            (constructor.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) == 0);
  }

  @Test
  void scopesAreNamedInLowerCase() {
    assertThat(Arrays.stream(Scope.values()).map(Scope::token))
        .containsExactly("read", "write", "admin");
    assertThat(Scope.of("read")).contains(Scope.READ);
    assertThat(Scope.of("READ")).isEmpty();
    assertThat(Scope.of("")).isEmpty();
  }
}
