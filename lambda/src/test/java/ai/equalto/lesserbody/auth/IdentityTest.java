package ai.equalto.lesserbody.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTest {
  @ParameterizedTest
  @ValueSource(strings = {"alice", "Jürgen 木", "instances", "iam", "issuer", "alice@other.example"})
  void takesAVisibleNameForAUser(String name) {
    assertThat(Identity.isUsername(name)).isTrue();
  }

  /** Each is the name that another kind of caller has, or could have. */
  @ParameterizedTest
  @ValueSource(
      strings = {"instance", "iam:arn:aws:iam::123456789012:user/alice", "issuer:https://a|alice"})
  void takesNoUserForACallerOfAnotherKind(String name) {
    assertThat(Identity.isUsername(name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " alice", "alice\u00a0\n", "a\0b", "a\u202eb", "\ud800", "a\u200bb"})
  void takesNoNameThatCouldPassForAnother(String name) {
    assertThat(Identity.isVisible(name)).isFalse();
    assertThat(Identity.isUsername(name)).isFalse();
  }

  @Test
  void boundsNames() {
    assertThat(Identity.isVisible("a".repeat(256))).isTrue();
    assertThat(Identity.isVisible("a".repeat(257))).isFalse();
  }

  @Test
  void keepsSubjectsOfIssuersApart() {
    assertThat(Identity.ofSubject("https://a", "b"))
        .isEqualTo("issuer:https://a|b")
        .isNotEqualTo(Identity.ofSubject("https://b", "b"));
  }
}
