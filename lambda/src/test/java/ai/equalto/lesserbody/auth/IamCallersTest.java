package ai.equalto.lesserbody.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.equalto.lesserbody.http.Body;
import ai.equalto.lesserbody.http.Headers;
import ai.equalto.lesserbody.http.Peer;
import ai.equalto.lesserbody.http.Request;
import ai.equalto.lesserbody.http.TestRequests;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IamCallersTest {
  private static final String ROLE = "arn:aws:sts::123456789012:assumed-role/Agent";
  private static final String USER = "arn:aws:iam::123456789012:user/ops/carol";

  private final IamCallers callers =
      new IamCallers(
          List.of(
              new IamGrant(ROLE + "/*", Set.of(Scope.WRITE)),
              new IamGrant("arn:aws:iam::123456789012:user/ops/*", Set.of(Scope.READ)),
              new IamGrant(USER, Set.of(Scope.ADMIN))));

  private static Request signedBy(String arn) {
    return new Request(
        "POST",
        "/iam/mcp",
        Headers.of(Map.of("X-Amzn-Iam-User-Arn", List.of(USER))),
        Body.empty(),
        new Peer("192.0.2.1", Optional.ofNullable(arn)),
        "request-1",
        TestRequests.BASE_URL,
        TestRequests.DEADLINE);
  }

  private Principal admitted(String arn) {
    return switch (callers.authenticate(signedBy(arn))) {
      case Authentication.Proven(Principal principal, var issuance) -> {
        assertThat(issuance).isEmpty();
        yield principal;
      }
      case Authentication.Refused(Refusal refusal) -> throw new AssertionError(refusal);
    };
  }

  @Test
  void grantsARoleWhatItsPatternSays() {
    Principal agent = admitted(ROLE + "/session-1");

    assertThat(agent.proof()).isEqualTo(new Proof.IamSignature(ROLE + "/session-1"));
    assertThat(agent.may(Scope.WRITE)).isTrue();
    assertThat(agent.may(Scope.ADMIN)).isFalse();
  }

  @Test
  void keepsTheDataOfARoleTogetherWhateverItsSessionCallsItself() {
    assertThat(admitted(ROLE + "/one").identity())
        .isEqualTo(admitted(ROLE + "/two").identity())
        .isEqualTo("iam:" + ROLE);
  }

  @Test
  void grantsWhoMatchesSeveralPatternsAllOfIt() {
    assertThat(admitted(USER).may(Scope.ADMIN)).isTrue();
    assertThat(admitted("arn:aws:iam::123456789012:user/ops/dan").may(Scope.WRITE)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arn:aws:sts::123456789012:assumed-role/Agent",
        "arn:aws:sts::123456789012:assumed-role/Agent2/session",
        "arn:aws:sts::123456789012:assumed-role/Agent/a/b",
        "arn:aws:sts::210987654321:assumed-role/Agent/session",
        "arn:aws-cn:sts::123456789012:assumed-role/Agent/session",
        "arn:aws:sts::123456789012:assumed-role/agent/session",
        "xarn:aws:sts::123456789012:assumed-role/Agent/session",
        "arn:aws:iam::123456789012:user/carol",
        "arn:aws:sts::123456789012:assumed-role/Agent/session\n",
        ""
      })
  void admitsNobodyElse(String arn) {
    assertThat(callers.authenticate(signedBy(arn)))
        .isEqualTo(new Authentication.Refused(new Refusal.NotAdmitted()));
  }

  @Test
  void admitsNobodyWhoseSignatureTheGatewayDidNotCheck() {
    assertThat(callers.authenticate(signedBy(null)))
        .isEqualTo(new Authentication.Refused(new Refusal.NotAdmitted()));
  }

  @ParameterizedTest
  @CsvSource({
    "/iam/mcp, true",
    "/iam/, true",
    "/iam, false",
    "/iamx/mcp, false",
    "/mcp, false",
    "/mcp/iam/, false"
  })
  void decideOnTheirOwnRoutesAlone(String path, boolean decide) {
    assertThat(IamCallers.decideOn(TestRequests.of("POST", path))).isEqualTo(decide);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*",
        "arn:aws:iam::*:user/alice",
        "arn:aws:iam::12345678901:user/alice",
        "arn:*:iam::123456789012:user/alice",
        "arn:aws:s3::123456789012:user/alice",
        "arn:aws:iam:eu-west-1:123456789012:user/alice",
        "arn:aws:iam::123456789012:",
        "arn:aws:iam::123456789012:user/al ice",
        "arn:aws:iam::123456789012:user/a|b"
      })
  void takesNoPatternThatIsNotOfOneAccount(String pattern) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new IamGrant(pattern, Set.of(Scope.READ)));
  }

  @Test
  void takesNoGrantOfNothing() {
    assertThatIllegalArgumentException().isThrownBy(() -> new IamGrant(USER, Set.of()));
  }
}
