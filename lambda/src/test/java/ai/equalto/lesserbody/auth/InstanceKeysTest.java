package ai.equalto.lesserbody.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.equalto.lesserbody.audit.AuditLog;
import ai.equalto.lesserbody.auth.Refusal.TokenFault;
import ai.equalto.lesserbody.http.TestRequests;
import ai.equalto.lesserbody.testkit.TestClock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstanceKeysTest {
  private static final String KEY = "only-for-tests_0123456789~abcdef";
  private static final String OTHER = "only-for-tests_0123456789~abcdeg";

  private final HookFixture hook =
      new HookFixture(Optional.of(InstanceKeys.fixed(InstanceKey.of(KEY))));

  @Test
  void admitsWhoHoldsTheKeyAsTheInstance() {
    Principal instance = hook.assertAdmits(KEY);

    assertThat(instance.identity()).isEqualTo("instance");
    assertThat(instance.proof().type()).isEqualTo("instance_key");
    assertThat(instance.may(Scope.ADMIN)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        OTHER,
        "only-for-tests_0123456789~abcde",
        "only-for-tests_0123456789~abcdef0",
        "ONLY-FOR-TESTS_0123456789~ABCDEF",
        "x"
      })
  void refusesAnotherKey(String key) {
    hook.assertRefuses(key, TokenFault.WRONG_INSTANCE_KEY);
  }

  @Test
  void refusesEveryKeyWhereNoneIsAllowed() {
    new HookFixture(Optional.empty()).assertRefuses(KEY, TokenFault.UNSUPPORTED);
  }

  /** A token that is broken is not tried as a key, nor may a key pass for a token. */
  @ParameterizedTest
  @ValueSource(strings = {"a.b.c", "eyJhbGciOiJub25lIn0.e30.AAAA"})
  void takesNothingOfTheFormOfAJwtForAKey(String token) {
    hook.assertRefuses(token, TokenFault.UNSUPPORTED);
  }

  @Test
  void stillAdmitsTokensOfTheInstance() {
    assertThat(hook.assertAdmits(TestTokens.of("alice", Scope.READ)).identity()).isEqualTo("alice");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "too-short-0123456789-0123456789",
        "header0123456789.claims0123456789.signature",
        "a key with blanks in it, 0123456789",
        "a-key-with-an-ä-in-it-0123456789",
        "=a-key-that-begins-with-an-equals"
      })
  void refusesAKeyThatCouldNotBeToldOrSentAndNeverRepeatsIt(String key) {
    assertThatThrownBy(() -> InstanceKey.of(key))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining(key);
  }

  @Test
  void printsNoKey() {
    assertThat(InstanceKey.of(KEY)).hasToString("InstanceKey[redacted]");
  }

  @Test
  void aStoredKeyThatIsReplacedCountsForTheGrace() {
    TestClock clock = new TestClock("2026-03-01T12:00:00Z");
    SecretVersion old = new SecretVersion("v1", KEY, clock.instant());
    SecretVersion current = new SecretVersion("v2", OTHER, clock.instant());
    InstanceKeys keys =
        InstanceKeys.stored(
            () -> new SecretVersions(current, Optional.of(old)),
            Duration.ofMinutes(10),
            new AuditLog(line -> {}, clock),
            clock);

    assertThat(keys.verify(OTHER)).isInstanceOf(Authentication.Proven.class);
    assertThat(keys.verify(KEY)).isInstanceOf(Authentication.Proven.class);
    clock.advance(Duration.ofMinutes(10));
    assertThat(keys.verify(KEY)).isEqualTo(Authentication.refused(TokenFault.WRONG_INSTANCE_KEY));
  }

  @Test
  void whereTheStoredKeyCannotBeHadNothingCanBeSaid() {
    TestClock clock = new TestClock("2026-03-01T12:00:00Z");
    InstanceKeys keys =
        InstanceKeys.stored(
            () -> {
              throw new SecretSourceException(SecretSourceException.Reason.NO_ANSWER);
            },
            Duration.ofMinutes(10),
            new AuditLog(line -> {}, clock),
            clock);

    assertThat(
            new HookFixture(Optional.of(keys))
                .send(TestRequests.of("POST", "/mcp", "Authorization", "Bearer " + KEY))
                .status())
        .isEqualTo(503);
  }
}
