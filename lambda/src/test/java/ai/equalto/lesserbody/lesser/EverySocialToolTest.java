package ai.equalto.lesserbody.lesser;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.auth.Proof;
import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.auth.TestPrincipals;
import ai.equalto.lesserbody.auth.TestTokens;
import ai.equalto.lesserbody.http.Body;
import ai.equalto.lesserbody.http.Headers;
import ai.equalto.lesserbody.testkit.Kit;
import ai.equalto.lesserbody.tool.Tool;
import ai.equalto.lesserbody.transport.HttpCall;
import ai.equalto.lesserbody.transport.HttpReply;
import ai.equalto.lesserbody.transport.HttpTransport;
import ai.equalto.lesserbody.transport.TransportException;
import ai.equalto.lesserbody.transport.TransportException.Reason;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for each tool of the pack, whatever it does. */
class EverySocialToolTest {
  private StubInstance instance;

  @BeforeEach
  void start() throws IOException {
    instance = new StubInstance();
  }

  @AfterEach
  void stop() {
    instance.close();
  }

  /** How the call ends when the request that does the work is answered so. */
  private String failure(SocialTool tool, int status, String body, String... headers) {
    if (tool.asksWhoCalls()) {
      instance.answers(SocialTool.Answers.ACCOUNT);
    }
    instance.answers(status, body, headers).answers(status, body, headers);
    return instance.kit(tool.scope()).call(tool.tool(), tool.arguments).failure();
  }

  private long attempts(SocialTool tool) {
    return instance.lines().stream().filter(tool.request::equals).count();
  }

  @Test
  void standsInTheTableOfThisTest() {
    HttpTransport none =
        call -> {
          throw new AssertionError("nothing is to be sent");
        };
    Map<String, Scope> served =
        LesserPack.create(none, Optional.empty(), TestTokens.CLOCK, () -> 0).tools().stream()
            .collect(Collectors.toMap(Tool::name, Tool::scope));

    assertThat(
            Arrays.stream(SocialTool.values())
                .collect(Collectors.toMap(SocialTool::tool, SocialTool::scope)))
        .isEqualTo(served);
  }

  @ParameterizedTest
  @EnumSource
  void isDoneByOneRequest(SocialTool tool) {
    if (tool.asksWhoCalls()) {
      instance.answers(SocialTool.Answers.ACCOUNT);
    }
    instance.answers(tool.answer);

    assertThat(instance.kit(tool.scope()).call(tool.tool(), tool.arguments).structure().isObject())
        .isTrue();
    assertThat(attempts(tool)).isOne();
    assertThat(instance.sent())
        .hasSize(tool.asksWhoCalls() ? 2 : 1)
        .allSatisfy(sent ->
            assertThat(sent.header("Authorization")).isEqualTo("Bearer " + StubInstance.TOKEN));
  }

  @ParameterizedTest
  @EnumSource
  void saysWhatToDoAboutATokenThatIsNotTaken(SocialTool tool) {
    assertThat(failure(tool, 401, "{}")).contains("HTTP 401", "Connect again with a new one.");
    assertThat(attempts(tool)).isOne();
  }

  @ParameterizedTest
  @EnumSource
  void saysThatTheCallerMayNot(SocialTool tool) {
    assertThat(failure(tool, 403, "{'error':'This account is locked'}"))
        .contains("HTTP 403", "This account is locked", "trying again will not help");
    assertThat(attempts(tool)).isOne();
  }

  @ParameterizedTest
  @EnumSource
  void saysWhatWasNotFound(SocialTool tool) {
    assertThat(failure(tool, 404, "{}")).contains("HTTP 404", tool.subject());
    assertThat(attempts(tool)).isOne();
  }

  @ParameterizedTest
  @EnumSource
  void passesOnWhyTheInstanceRefuses(SocialTool tool) {
    assertThat(failure(tool, 422, "{'error':'Validation failed'}"))
        .isEqualTo("The instance refuses this (HTTP 422): Validation failed");
    assertThat(attempts(tool)).isOne();
  }

  @ParameterizedTest
  @EnumSource
  void saysHowLongToWait(SocialTool tool) {
    assertThat(failure(tool, 429, "{}", "Retry-After", "17"))
        .contains("HTTP 429", "Try again in 17 seconds.");
    assertThat(attempts(tool)).isOne();
  }

  @ParameterizedTest
  @EnumSource
  void isTriedAgainOnTroubleIfItReads(SocialTool tool) {
    assertThat(failure(tool, 503, "")).contains("HTTP 503", tool.advice());
    assertThat(attempts(tool)).isEqualTo(tool.attempts());
  }

  @ParameterizedTest
  @EnumSource
  void isTriedAgainWithoutAReplyIfItReads(SocialTool tool) {
    assertThat(withoutReply(tool, Reason.TIMEOUT, tool.attempts()))
        .contains("did not answer in time", tool.advice());
    assertThat(withoutReply(tool, Reason.BROKEN, tool.attempts()))
        .contains("connection to the instance broke", tool.advice());
    assertThat(withoutReply(tool, Reason.CONNECT, tool.attempts())).contains("cannot be reached");
    assertThat(withoutReply(tool, Reason.INTERRUPTED, 1)).contains("was stopped", tool.advice());
  }

  private static String withoutReply(SocialTool tool, Reason reason, int attempts) {
    List<HttpCall> failed = new ArrayList<>();
    HttpTransport broken =
        call -> {
          if (tool.asksWhoCalls() && call.uri().getPath().endsWith("/verify_credentials")) {
            Body own = Body.of(SocialTool.Answers.ACCOUNT.replace('\'', '"'));
            return new HttpReply(200, Headers.none(), own);
          }
          failed.add(call);
          throw new TransportException(reason, call, null);
        };
    Optional<URI> base = Optional.of(URI.create("https://here"));
    String failure =
        Kit.of(LesserPack.create(broken, base, TestTokens.CLOCK, () -> 0))
            .as(StubInstance.alice(tool.scope()))
            .call(tool.tool(), tool.arguments)
            .failure();
    assertThat(failed).as("attempts that ended with " + reason).hasSize(attempts);
    return failure;
  }

  @ParameterizedTest
  @EnumSource
  void readsNoBodyOfMoreThanTwoMebibytes(SocialTool tool) {
    assertThat(failure(tool, 200, "[" + "0,".repeat(1024 * 1024) + "0]"))
        .contains("more than can be read", tool.reads() ? "lower limit" : tool.advice());
    assertThat(attempts(tool)).isOne();
  }

  @ParameterizedTest
  @EnumSource
  void saysThatAnAnswerIsNotJson(SocialTool tool) {
    assertThat(failure(tool, 200, "<html>"))
        .contains("not JSON", tool.reads() ? "LESSER_API_BASE_URL" : tool.advice());
    assertThat(attempts(tool)).isOne();
  }

  @ParameterizedTest
  @EnumSource
  void saysThatAnAnswerIsNotWhatWasAskedFor(SocialTool tool) {
    assertThat(failure(tool, 200, "7")).contains("something that is no ");
  }

  @ParameterizedTest
  @EnumSource
  void needsItsScope(SocialTool tool) {
    Kit kit = tool.reads() ? instance.kit() : instance.kit(Scope.READ);

    assertThat(kit.call(tool.tool(), tool.arguments).audit("outcome")).isEqualTo("denied");
    assertThat(instance.sent()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void actsForNobodyWithoutATokenOfTheInstance(SocialTool tool) {
    List<Proof> others =
        List.of(
            new Proof.IssuerToken("https://issuer.example"),
            new Proof.IamSignature("arn:aws:iam::123456789012:user/alice"),
            new Proof.InstanceKey());

    assertThat(others)
        .allSatisfy(proof -> {
          Kit kit = instance.kit().as(TestPrincipals.by(proof, Scope.ADMIN));
          assertThat(kit.call(tool.tool(), tool.arguments).failure())
              .contains("only with an access token of the Lesser instance");
        });
    assertThat(instance.sent()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void refusesWrongArgumentsWithoutAskingTheInstance(SocialTool tool) {
    Kit kit = instance.kit(tool.scope());

    assertThat(kit.call(tool.tool(), tool.wrongArguments).complaint()).contains(tool.complaint);
    assertThat(kit.call(tool.tool(), "{'surprise':true}").complaint()).contains("surprise");
    assertThat(instance.sent()).isEmpty();
  }
}
