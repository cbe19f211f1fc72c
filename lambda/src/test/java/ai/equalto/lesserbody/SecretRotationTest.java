package ai.equalto.lesserbody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.equalto.lesserbody.TestServer.Reply;
import ai.equalto.lesserbody.audit.AuditLines;
import ai.equalto.lesserbody.auth.TestTokens;
import ai.equalto.lesserbody.testkit.StubSecretsManager;
import ai.equalto.lesserbody.testkit.StubSecretsManager.Fault;
import ai.equalto.lesserbody.testkit.TestClock;
import com.amazonaws.services.lambda.runtime.Context;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A rotation as Secrets Manager has it done, and what callers notice of it: nothing. */
class SecretRotationTest {
  private static final String OLD = "the-old-secret-of-a-rotation-for-tests";
  private static final List<String> STEPS =
      List.of("createSecret", "setSecret", "testSecret", "finishSecret");
  private static final int THREADS = 4;
  private static final int REQUESTS = 60;

  private final TestClock clock = new TestClock("2026-03-01T12:00:00Z");
  private final StubSecretsManager manager = new StubSecretsManager(clock, OLD);
  private final List<String> log = new CopyOnWriteArrayList<>();
  private final SecretRotationHandler rotation =
      new SecretRotationHandler(manager.environment(), clock, log::add);

  @Test
  void auditsUnderTheNameOfItsOwnFunction() throws IOException {
    Map<String, String> environment = new HashMap<>(manager.environment());
    environment.put("AWS_LAMBDA_FUNCTION_NAME", "rotation-live");
    manager.store("version-2", Optional.empty(), "AWSPENDING");

    send(
        new SecretRotationHandler(environment, clock, log::add),
        event("createSecret", "version-2"));
    assertThat(log).singleElement().asString().contains("\"function\":\"rotation-live\"");
  }

  @AfterEach
  void close() {
    manager.close();
  }

  private void step(String step, String version) throws IOException {
    send(event(step, version));
  }

  private static String event(String step, String version) {
    return "{\"Step\":\"%s\",\"SecretId\":\"%s\",\"ClientRequestToken\":\"%s\"}"
        .formatted(step, StubSecretsManager.ARN, version);
  }

  private void send(String event) throws IOException {
    send(rotation, event);
  }

  private static void send(SecretRotationHandler function, String event) throws IOException {
    Context context =
        (Context)
            Proxy.newProxyInstance(
                Context.class.getClassLoader(),
                new Class<?>[] {Context.class},
                (proxy, method, arguments) -> null);
    function.handleRequest(
        new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
        new ByteArrayOutputStream(),
        context);
  }

  private void rotate(String version) throws IOException {
    manager.store(version, Optional.empty(), "AWSPENDING");
    for (String step : STEPS) {
      step(step, version);
    }
  }

  private String secret() {
    return manager.text("AWSCURRENT").orElseThrow();
  }

  private Reply list(TestServer server, String secret) {
    long now = clock.instant().getEpochSecond();
    String claims =
        "{\"username\":\"alice\",\"iat\":%d,\"exp\":%d,\"scopes\":[\"read\"]}"
            .formatted(now, now + 60);
    return TestClient.of(server)
        .sending(
            "Authorization",
            "Bearer " + TestTokens.sign(TestTokens.HS256, claims, "HmacSHA256", secret))
        .send("tools/list", "{}");
  }

  @Test
  void makesASecretThatIsLongAndNew() throws IOException {
    rotate("version-2");

    assertThat(secret()).matches("[\\w-]{86}").isNotEqualTo(OLD);
    assertThat(manager.labels("version-2")).containsExactlyInAnyOrder("AWSCURRENT", "AWSPENDING");
    assertThat(manager.labels("version-1")).containsExactly("AWSPREVIOUS");
    assertThat(log).hasSize(4);
    assertThat(AuditLines.event(log.getFirst()))
        .isEqualTo(
            """
            {"time":"2026-03-01T12:00:00Z","event":"secret_rotation_step","secret_id":"%s",\
            "version_id":"version-2","step":"createSecret","did":"stored"}\
            """
                .formatted(StubSecretsManager.ARN));
    assertThat(String.join("", log)).doesNotContain(secret(), OLD);
  }

  @Test
  void doesEachStepAnyNumberOfTimes() throws IOException {
    manager.store("version-2", Optional.empty(), "AWSPENDING");
    for (String step : STEPS) {
      step(step, "version-2");
      Optional<String> pending = manager.text("AWSPENDING");
      step(step, "version-2");
      assertThat(manager.text("AWSPENDING")).isEqualTo(pending);
    }
    for (String step : STEPS) {
      step(step, "version-2");
    }
    assertThat(AuditLines.event(log.getLast())).endsWith("\"did\":\"current_before\"}");
    assertThat(manager.calls().stream().filter(call -> call.startsWith("Put"))).hasSize(1);
  }

  @Test
  void keepsTheFormOfASecretInJson() throws IOException {
    manager.rotateTo("version-2", "{\"secret\":\"" + OLD + "\",\"owner\":\"alice\"}");
    rotate("version-3");

    assertThat(secret()).matches("\\{\"secret\":\"[\\w-]{86}\",\"owner\":\"alice\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"short", OLD, "{\"secret\":1}"})
  void makesNothingCurrentThatIsUnfitOrNotNew(String pending) {
    manager.store("version-2", Optional.of(pending), "AWSPENDING");

    assertThatThrownBy(() -> step("testSecret", "version-2"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageNotContaining(pending);
    assertThatThrownBy(() -> step("finishSecret", "version-2"))
        .isInstanceOf(IllegalStateException.class);
    assertThat(secret()).isEqualTo(OLD);
  }

  @Test
  void doesNothingThatSecretsManagerDidNotBegin() {
    assertThatThrownBy(() -> step("createSecret", "version-2"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("has not begun");
    assertThat(manager.calls()).containsExactly("DescribeSecret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "not JSON",
        "{\"Step\":\"createSecret\",\"SecretId\":\"arn:other\",\"ClientRequestToken\":\"v\"}",
        "{\"Step\":\"deleteSecret\",\"SecretId\":\"$\",\"ClientRequestToken\":\"v\"}",
        "{\"Step\":\"createSecret\",\"SecretId\":\"$\"}"
      })
  void refusesWhatIsNoStepForItsSecret(String event) {
    assertThatThrownBy(() -> send(event.replace("$", StubSecretsManager.ARN)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(manager.calls()).isEmpty();
  }

  @Test
  void saysWhatSecretsManagerRefused() {
    manager.fail(Fault.ACCESS_DENIED);

    assertThatThrownBy(() -> step("createSecret", "version-2"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("AccessDeniedException")
        .hasMessageNotContaining("said by the stub");
  }

  @Test
  void needsToKnowItsSecret() {
    assertThatThrownBy(
            () -> new SecretRotationHandler(Map.of("AWS_REGION", "eu-west-1"), clock, log::add))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("JWT_SECRET_ARN is not set");
  }

  @Test
  void refusesNobodyWhileTheSecretIsRotatedUnderLoad() throws Exception {
    TestServer server = new TestServer(manager.environment(), clock);
    CountDownLatch rotated = new CountDownLatch(1);
    List<Future<List<Integer>>> statuses = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      for (int i = 0; i < THREADS; i++) {
        boolean rotates = i == 0;
        statuses.add(threads.submit(() -> load(server, rotates, rotated)));
      }
      for (Future<List<Integer>> all : statuses) {
        assertThat(all.get()).hasSize(REQUESTS).containsOnly(200);
      }
    }
    assertThat(manager.reads())
        .as("read at the start, by the rotation, and once anew")
        .isLessThan(12);
    assertThat(server.log())
        .singleElement()
        .asString()
        .contains("\"secret_rotated\"", "\"version_id\":\"version-2\"");
  }

  /** The first half goes on while the secret is rotated; then old and new tokens take turns. */
  private List<Integer> load(TestServer server, boolean rotates, CountDownLatch rotated)
      throws Exception {
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < REQUESTS; i++) {
      if (rotates && i == REQUESTS / 4) {
        rotate("version-2");
        rotated.countDown();
      }
      if (i == REQUESTS / 2) {
        rotated.await();
      }
      boolean isNew = i >= REQUESTS / 2 && i % 2 == 0;
      statuses.add(list(server, isNew ? secret() : OLD).status());
    }
    return statuses;
  }

  @Test
  void theOldSecretVerifiesUntilTheGraceIsOver() throws IOException {
    TestServer server = new TestServer(manager.environment(), clock);
    assertThat(list(server, OLD).status()).isEqualTo(200);
    rotate("version-2");
    assertThat(list(server, secret()).status()).isEqualTo(200);

    clock.advance(Duration.ofMinutes(60).minusSeconds(1));
    assertThat(list(server, OLD).status()).isEqualTo(200);
    clock.advance(Duration.ofSeconds(1));
    assertThat(list(server, OLD).status()).isEqualTo(401);
    assertThat(list(server, secret()).status()).isEqualTo(200);
  }

  @Test
  void goesOnWithTheLastSecretWhileSecretsManagerIsDownAndThenAdmitsNobody() {
    TestServer server = new TestServer(manager.environment(), clock);
    assertThat(list(server, OLD).status()).isEqualTo(200);
    manager.fail(Fault.ACCESS_DENIED);

    clock.advance(Duration.ofMinutes(59));
    assertThat(list(server, OLD).status()).isEqualTo(200);
    clock.advance(Duration.ofMinutes(1));
    assertThat(list(server, OLD).status()).isEqualTo(503);
    manager.fail(Fault.NONE);
    clock.advance(Duration.ofSeconds(1));
    assertThat(list(server, OLD).status()).isEqualTo(200);
    assertThat(String.join("", server.log())).contains("\"reason\":\"refused\"");
  }

  @Test
  void aFloodOfForgedTokensReadsTheSecretOnceInThirtySeconds() {
    TestServer server = new TestServer(manager.environment(), clock);
    for (int i = 0; i < 100; i++) {
      assertThat(list(server, "a-secret-that-an-attacker-made-up-0123").status()).isEqualTo(401);
    }
    assertThat(manager.reads()).isEqualTo(2);
  }

  @Test
  void aSecretsManagerThatHangsHoldsUpNobody() {
    TestServer server = new TestServer(manager.environment(), clock);
    assertThat(list(server, OLD).status()).isEqualTo(200);
    manager.fail(Fault.HANG);
    clock.advance(Duration.ofMinutes(5));

    for (int i = 0; i < 20; i++) {
      assertThat(list(server, OLD).status()).isEqualTo(200);
    }
    assertThat(server.log()).isEmpty();
  }
}
