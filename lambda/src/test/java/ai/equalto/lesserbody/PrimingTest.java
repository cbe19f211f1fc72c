package ai.equalto.lesserbody;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.audit.FaultLog;
import ai.equalto.lesserbody.auth.TestTokens;
import ai.equalto.lesserbody.aws.LocalDynamo;
import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.JsonSyntaxException;
import ai.equalto.lesserbody.testkit.StubSecretsManager;
import ai.equalto.lesserbody.testkit.TestClock;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is in a snapshot, and what is not. */
class PrimingTest {
  private static final String OLD = "the-secret-of-the-time-of-the-snapshot";
  private static final String NEW = "the-secret-of-the-time-after-the-restore";

  private final TestClock clock = new TestClock("2026-03-01T12:00:00Z");
  private final StubSecretsManager manager = new StubSecretsManager(clock, OLD);
  private final List<String> log = new CopyOnWriteArrayList<>();
  private final FaultLog faults = new FaultLog(log::add, clock);

  @AfterEach
  void close() {
    manager.close();
  }

  private Map<String, String> environment(String kind) {
    Map<String, String> environment = new HashMap<>(LocalDynamo.shared().environment());
    environment.putAll(manager.environment());
    environment.putAll(
        Map.of(
            LambdaEnvironment.START,
            kind,
            "LESSER_TABLE_NAME",
            "memories",
            "MCP_ENDPOINT",
            "https://agent.example/mcp"));
    return environment;
  }

  private Optional<Priming> arrange(
      String kind, Function<Map<String, String>, Priming.Door> doors) {
    return Priming.arrange(environment(kind), doors, faults);
  }

  private static void snapshot(Priming priming) {
    priming.beforeCheckpoint(null);
    priming.afterRestore(null);
  }

  private static List<Integer> statuses(Map<String, String> settings, List<String> events)
      throws IOException {
    Priming.Door door = LambdaHandler.door(settings);
    List<Integer> statuses = new ArrayList<>();
    for (String event : events) {
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      door.pass(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), answer);
      statuses.add(read(answer).path("statusCode").asInt());
    }
    return statuses;
  }

  private static JsonNode read(ByteArrayOutputStream answer) {
    try {
      return Json.read(answer.toByteArray());
    } catch (JsonSyntaxException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void everyCallIsAnsweredAsARealOneWouldBe() throws IOException {
    PrimingCalls calls = new PrimingCalls(environment("snap-start"));

    assertThat(statuses(calls.withoutStores(), calls.events()))
        .containsExactly(200, 200, 401, 200, 200, 200);
    assertThat(statuses(calls.withStores(), calls.storeEvents())).containsExactly(200, 200);
  }

  /** A field that is new to the first real call takes it longer to read than all others. */
  @Test
  void theEventsHoldWhatTheGatewaySends() throws IOException {
    for (String text : new PrimingCalls(environment("snap-start")).events()) {
      var event =
          ProxyEventReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
      assertThat(event.getMultiValueHeaders().keySet()).isEqualTo(event.getHeaders().keySet());
      assertThat(event.getPathParameters()).containsKey("proxy");
      assertThat(event.getRequestContext())
          .extracting("requestId", "extendedRequestId", "domainName", "path", "identity.sourceIp")
          .doesNotContainNull();
    }
  }

  @Test
  void theSnapshotIsTakenBeforeAnyoneIsAsked() {
    long asked = manager.calls().size();

    snapshot(arrange("snap-start", LambdaHandler::door).orElseThrow());
    snapshot(arrange("snap-start", AuthorizerHandler::door).orElseThrow());

    assertThat(manager.calls()).hasSize((int) asked);
    assertThat(log).isEmpty();
  }

  @Test
  void nothingOfTheRealSettingsIsInWhatRuns() {
    List<String> values = new ArrayList<>();
    snapshot(
        arrange(
                "snap-start",
                settings -> {
                  values.addAll(settings.values());
                  return (event, answer) -> {};
                })
            .orElseThrow());

    assertThat(values).doesNotContain(StubSecretsManager.ARN, OLD, "memories");
    assertThat(environment("snap-start").values()).contains(StubSecretsManager.ARN, "memories");
  }

  /** Whatever the real server knew at the snapshot would be old by then. */
  @Test
  void aSecretThatChangedSinceTheSnapshotCountsAtOnce() {
    TestServer server = new TestServer(withoutAGivenSecret(), clock);
    snapshot(arrange("snap-start", LambdaHandler::door).orElseThrow());

    manager.rotateTo("version-2", NEW);
    long now = clock.instant().getEpochSecond();
    String claims =
        "{\"username\":\"alice\",\"iat\":%d,\"exp\":%d,\"scopes\":[\"read\"]}"
            .formatted(now, now + 60);
    String token = TestTokens.sign(TestTokens.HS256, claims, "HmacSHA256", NEW);

    assertThat(GuardedServer.ping(server, token, "").status()).isEqualTo(200);
  }

  private Map<String, String> withoutAGivenSecret() {
    Map<String, String> settings = environment("snap-start");
    settings.put("JWT_SECRET", "");
    return settings;
  }

  @Test
  void provisionedConcurrencyIsPrimedWhileItStarts() {
    List<String> settings = new ArrayList<>();

    assertThat(LambdaEnvironment.isStartedAhead(environment("provisioned-concurrency"))).isTrue();
    assertThat(arrange("provisioned-concurrency", counting(settings))).isEmpty();
    assertThat(settings).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"on-demand", "lambda-managed-instances", ""})
  void whoeverIsWaitedForIsNotPrimed(String kind) {
    List<String> settings = new ArrayList<>();

    assertThat(LambdaEnvironment.isStartedAhead(environment(kind))).isFalse();
    assertThat(arrange(kind, counting(settings))).isEmpty();
    assertThat(settings).isEmpty();
  }

  private static Function<Map<String, String>, Priming.Door> counting(List<String> servers) {
    return settings -> {
      servers.add(settings.get("MCP_STAGE"));
      return (event, answer) -> {};
    };
  }

  @Test
  void aFailureIsLoggedAndTheFunctionStartsAllTheSame() {
    Priming.Door broken =
        (event, answer) -> {
          throw new IllegalStateException("secret-text");
        };
    snapshot(arrange("snap-start", settings -> broken).orElseThrow());

    assertThat(log)
        .singleElement()
        .asString()
        .contains("\"event\":\"fault\"", "\"request_id\":\"priming\"")
        .doesNotContain("secret-text");
  }

  /** What is drawn there has to differ between environments that are restored from one snapshot. */
  @Test
  void environmentsOfOneSnapshotNameThemselvesApart() {
    TestServer server = new TestServer(withoutAGivenSecret(), clock);
    TestServer other = new TestServer(withoutAGivenSecret(), clock);
    for (TestServer one : List.of(server, other)) {
      GuardedServer.ping(one, "forged", "");
    }

    assertThat(server.log().getFirst()).isNotEqualTo(other.log().getFirst());
  }
}
