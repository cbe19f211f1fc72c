package ai.equalto.lesserbody.lesser;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.auth.TestTokens;
import ai.equalto.lesserbody.testkit.Kit;
import ai.equalto.lesserbody.transport.HttpTransport;
import ai.equalto.lesserbody.transport.TransportException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a model is told when the instance does not do it. */
class InstanceFailureTest {
  private static final String OWN = "{'id':'7','acct':'alice'}";

  private StubInstance instance;
  private Kit kit;

  @BeforeEach
  void start() throws IOException {
    instance = new StubInstance();
    kit = instance.kit(Scope.WRITE);
  }

  @AfterEach
  void stop() {
    instance.close();
  }

  private String failureOf(int status, String body, String... headers) {
    instance.answers(status, body, headers);
    return kit.call("post_boost", "{'post_id':'42'}").failure();
  }

  @Test
  void saysWhatToDoAboutATokenThatIsNotTaken() {
    assertThat(failureOf(401, "{'error':'The access token is invalid'}"))
        .isEqualTo(
            "The instance does not take your access token (HTTP 401): it has expired or was"
                + " revoked. Connect again with a new one.");
  }

  @Test
  void saysThatTheCallerMayNot() {
    assertThat(failureOf(403, "{'error':'outside the authorized scopes'}"))
        .isEqualTo(
            "The instance forbids this to you (HTTP 403): outside the authorized scopes. Your"
                + " access token or account may not do it, so trying again will not help.");
    assertThat(failureOf(403, "")).startsWith("The instance forbids this to you (HTTP 403). Your");
  }

  @Test
  void saysWhatWasNotFound() {
    assertThat(failureOf(404, "{}"))
        .isEqualTo("The instance finds nothing for post_id 42; check it (HTTP 404).");
    instance.answers(404, "{}").answers(404, "{}").answers(404, "{}");
    assertThat(kit.call("follow", "{'account':'@bob@there'}").failure())
        .contains("account @bob@there");
    assertThat(kit.call("post_create", "{'content':'x','in_reply_to':'9'}").failure())
        .contains("in_reply_to 9");
    assertThat(kit.call("timeline_read", "{}").failure()).contains("LESSER_API_BASE_URL");
  }

  @Test
  void passesOnWhyTheInstanceRefuses() {
    assertThat(failureOf(422, "{'error':'Text limit of 500 exceeded'}"))
        .isEqualTo("The instance refuses this (HTTP 422): Text limit of 500 exceeded");
    assertThat(failureOf(422, "{'error':'a','error_description':'b'}")).endsWith(": b");
    assertThat(failureOf(400, "<html>"))
        .isEqualTo("The instance refuses this (HTTP 400) and gives no reason");
  }

  @Test
  void cutsWhyTheInstanceRefusesAndStripsItOfControls() {
    String failure = failureOf(422, "{'error':'a\\u001b[2J\\nb\\u202ec" + "d".repeat(400) + "'}");

    assertThat(failure).startsWith("The instance refuses this (HTTP 422): a [2J b cddd");
    assertThat(failure.substring(failure.indexOf(": ") + 2)).hasSize(300).endsWith("…");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Retry-After; 17; in 17 seconds.",
        "Retry-After; 0; in 1 second.",
        "Retry-After; 9999999999; in 86400 seconds.",
        "Retry-After; soon; in a few minutes.",
        "X-Other; 1; in a few minutes.",
        "X-RateLimit-Reset; 2000-01-01T00:00:00Z; in 1 second.",
        "X-RateLimit-Reset; 1; in 1 second.",
        "X-RateLimit-Reset; later; in a few minutes.",
      })
  void saysHowLongToWait(String header, String value, String wait) {
    assertThat(failureOf(429, "{}", header, value))
        .isEqualTo("The instance wants fewer calls (HTTP 429). Try again " + wait);
  }

  @Test
  void readsTheTimeToWaitForInEveryForm() {
    Instant then = TestTokens.CLOCK.instant().plusMillis(89_001);
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            TestTokens.CLOCK.instant().plusSeconds(60).atZone(ZoneOffset.UTC));

    assertThat(failureOf(429, "{}", "X-RateLimit-Reset", then.toString()))
        .containsAnyOf("in 90 seconds", "in 89 seconds");
    assertThat(failureOf(429, "{}", "Retry-After", date)).containsAnyOf(" 60 s", " 59 s");
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308, 304})
  void followsNoRedirect(int status) throws IOException {
    try (StubInstance elsewhere = new StubInstance()) {
      instance.answers(status, "", "Location", elsewhere.url() + "/api");

      assertThat(kit.call("timeline_read", "{}").failure())
          .contains("HTTP " + status, "is not followed");
      assertThat(elsewhere.sent()).isEmpty();
      assertThat(instance.sent()).hasSize(1);
    }
  }

  @Test
  void triesAReadAgain() {
    instance.answers(503, "").answers(OWN);

    assertThat(kit.call("profile_read", "{}").structure().path("id").textValue()).isEqualTo("7");
  }

  @Test
  void triesAReadAgainOnceOnly() {
    instance.answers(503, "").answers(502, "<html>").answers(OWN);

    assertThat(kit.call("profile_read", "{}").failure())
        .isEqualTo("The instance is in trouble (HTTP 502). Try again in a minute.");
    assertThat(instance.sent()).hasSize(2);
  }

  @Test
  void doesNotTryAgainWithoutTheTime() {
    instance.answers(503, "").answers(OWN);

    assertThat(kit.within(Duration.ofMillis(1099)).call("profile_read", "{}").failure())
        .contains("HTTP 503");
    assertThat(instance.sent()).hasSize(1);
  }

  @Test
  void triesNoWriteAgain() {
    instance.answers(500, "").answers(500, "").answers(500, "");

    assertThat(kit.call("post_boost", "{'post_id':'42'}").failure()).contains("does no harm");
    assertThat(kit.call("profile_update", "{'bio':'x'}").failure()).contains("look before");
    assertThat(kit.call("post_create", "{'content':'x','idempotency_key':'k1'}").failure())
        .endsWith("Repeat it with idempotency_key k1, so that it is not done twice.");
    assertThat(instance.sent()).hasSize(3);
  }

  @Test
  void doesNotTryAgainWhatWasRefused() {
    instance.answers(404, "").answers(OWN);

    assertThat(kit.call("profile_read", "{}").failure()).contains("HTTP 404");
    assertThat(instance.sent()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "CONNECT, 2, cannot be reached",
    "TIMEOUT, 2, did not answer in time",
    "BROKEN, 2, connection to the instance broke",
    "TOO_LARGE, 1, set a lower limit",
    "INTERRUPTED, 1, was stopped",
  })
  void tellsWhyThereIsNoReply(TransportException.Reason reason, int attempts, String told) {
    int[] sent = {0};
    HttpTransport broken =
        call -> {
          sent[0]++;
          throw new TransportException(reason, call, null);
        };
    Kit unlucky =
        Kit.of(
                LesserPack.create(
                    broken,
                    Optional.of(URI.create("https://here")),
                    TestTokens.CLOCK,
                    new Random(1)))
            .as(StubInstance.alice(Scope.WRITE));

    assertThat(unlucky.call("timeline_read", "{}").failure()).contains(told);
    assertThat(sent[0]).isEqualTo(attempts);
    assertThat(unlucky.call("post_create", "{'content':'x'}").failure())
        .containsPattern(
            reason == TransportException.Reason.CONNECT ? "minute" : "_key [\\w-]{43}");
    assertThat(sent[0]).isEqualTo(attempts + 1);
  }

  @Test
  void doesNotReadABodyOfMoreThanTwoMebibytes() {
    instance.answers("[" + "0,".repeat(1024 * 1024) + "0]");

    assertThat(kit.call("timeline_read", "{}").failure()).contains("more than can be read");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>", "", "{'id':'1','id':'2'}", "[] []"})
  void saysThatAnAnswerIsNotJson(String body) {
    instance.answers(body).answers(body);

    assertThat(kit.call("timeline_read", "{}").failure()).contains("not JSON");
    assertThat(kit.call("post_create", "{'content':'x'}").failure())
        .contains("not JSON", "idempotency_key");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "timeline_read; {}; list",
        "timeline_read; [{}]; post",
        "post_search; []; list",
        "notifications_read; [{'type':'mention'}]; notification",
        "profile_read; {'error':'x'}; account",
        "followers_list; []; account",
      })
  void saysThatAnAnswerIsNotWhatWasAskedFor(String tool, String body, String wanted) {
    instance.answers(body.replaceAll("^\"|\"$", ""));

    assertThat(kit.call(tool, tool.equals("post_search") ? "{'query':'x'}" : "{}").failure())
        .contains("no " + wanted);
  }

  @Test
  void tellsTheOperatorThatThereIsNoInstance() {
    assertThat(
            StubInstance.kit(TestTokens.CLOCK, Optional.empty())
                .as(StubInstance.alice(Scope.WRITE))
                .call("post_create", "{'content':'x'}")
                .failure())
        .contains("operator has to set LESSER_API_BASE_URL");
  }

  @Test
  void keepsToThePathOfTheBaseUrl() {
    instance.answers(OWN);
    URI below = URI.create(instance.url() + "/live/");

    assertThat(
            StubInstance.kit(TestTokens.CLOCK, Optional.of(below))
                .as(StubInstance.alice(Scope.READ))
                .call("profile_read", "{}")
                .structure())
        .isNotNull();
    assertThat(instance.lines()).containsExactly("GET /live/api/v1/accounts/verify_credentials");
  }
}
