package ai.equalto.lesserbody.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.equalto.lesserbody.auth.RevocationStore;
import ai.equalto.lesserbody.limit.TallyStore;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The real client against an endpoint that fails as DynamoDB can. */
class GuardFaultsTest {
  private static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");
  private static final TallyStore.Step STEP =
      new TallyStore.Step(OptionalLong.empty(), 0, 1, 1, TIME);

  private HttpServer server;
  private volatile int status = 200;
  private volatile String body = "{}";
  private volatile Optional<String> bodyAfterwards = Optional.empty();
  private volatile CountDownLatch gate = new CountDownLatch(0);
  private final AtomicInteger asked = new AtomicInteger();

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          awaitGate();
          boolean first = asked.incrementAndGet() == 1;
          byte[] bytes =
              (first ? body : bodyAfterwards.orElse(body)).getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  private void awaitGate() {
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @AfterEach
  void stop() {
    gate.countDown();
    server.stop(0);
  }

  private DynamoConnection connection() {
    return LocalDynamo.connection(server.getAddress().getPort());
  }

  private static void assertUnavailable(DynamoConnection connection) {
    TallyStore tallies = new DynamoTallies(connection, "rates");
    assertThatThrownBy(() -> tallies.take("k", STEP))
        .isInstanceOf(TallyStore.UnavailableException.class);
    assertThatThrownBy(() -> tallies.giveBack("k", 1, 1))
        .isInstanceOf(TallyStore.UnavailableException.class);
    RevocationStore revocations = new DynamoRevocations(connection, "revocations");
    assertThatThrownBy(() -> revocations.find("t", "alice"))
        .isInstanceOf(RevocationStore.UnavailableException.class);
    assertThatThrownBy(() -> revocations.revokeToken("t", TIME))
        .isInstanceOf(RevocationStore.UnavailableException.class);
    assertThatThrownBy(() -> revocations.revokeIdentity("alice", TIME, TIME))
        .isInstanceOf(RevocationStore.UnavailableException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "400, ResourceNotFoundException",
    "400, AccessDeniedException",
    "400, ProvisionedThroughputExceededException",
    "400, ThrottlingException",
    "400, ValidationException",
    "500, InternalServerError",
    "503, ServiceUnavailable",
  })
  void whatDynamoDbRefusesIsNeverTakenForAnAnswer(int code, String type) {
    status = code;
    body = "{\"__type\":\"com.amazonaws.dynamodb.v20120810#" + type + "\",\"message\":\"m\"}";

    assertUnavailable(connection());
  }

  @Test
  void aBodyThatIsNoJsonIsNeverTakenForAnAnswer() {
    body = "<html>";

    assertUnavailable(connection());
  }

  @Test
  void aPortWhereNothingListensIsNeverTakenForAnAnswer() {
    assertUnavailable(LocalDynamo.connection(LocalDynamo.closedPort()));
  }

  @Test
  void keysThatWereNotReadAreNotTakenForKeysThatAreNotThere() {
    body =
        "{\"Responses\":{\"revocations\":[]},\"UnprocessedKeys\":{\"revocations\":"
            + "{\"Keys\":[{\"id\":{\"S\":\"token#t\"}}]}}}";

    assertThatThrownBy(() -> new DynamoRevocations(connection(), "revocations").find("t", "alice"))
        .isInstanceOf(RevocationStore.UnavailableException.class);
  }

  @Test
  void keysThatWereNotReadAreAskedForOnceMore() {
    body =
        "{\"Responses\":{\"revocations\":[]},\"UnprocessedKeys\":{\"revocations\":"
            + "{\"Keys\":[{\"id\":{\"S\":\"token#t\"}}]}}}";
    bodyAfterwards =
        Optional.of("{\"Responses\":{\"revocations\":[{\"id\":{\"S\":\"token#t\"}}]}}");

    assertThat(new DynamoRevocations(connection(), "revocations").find("t", "alice").byToken())
        .isTrue();
    assertThat(asked).hasValue(2);
  }

  /** The client of all tables would wait four times as long. */
  @Test
  void aReadOfRevocationsHasALimitOfItsOwn() {
    gate = new CountDownLatch(1);
    RevocationStore store =
        new DynamoRevocations(connection(), "revocations", Duration.ofMillis(50));

    assertThatThrownBy(() -> store.find("t", "alice"))
        .isInstanceOf(RevocationStore.UnavailableException.class)
        .cause()
        .isInstanceOf(ApiCallTimeoutException.class)
        .hasMessageContaining("50 millis");
    assertThat(ClientDefaults.GUARD_TIMEOUT).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void anEntryWithoutATimeIsNotTakenForNone() {
    body = "{\"Responses\":{\"revocations\":[{\"id\":{\"S\":\"identity#alice\"}}]}}";

    assertThatThrownBy(() -> new DynamoRevocations(connection(), "revocations").find("t", "alice"))
        .isInstanceOf(RevocationStore.UnavailableException.class);
  }

  @Test
  void anAnswerWithoutATallyIsNotTakenForOne() {
    assertThatThrownBy(() -> new DynamoTallies(connection(), "rates").take("k", STEP))
        .isInstanceOf(TallyStore.UnavailableException.class);
  }

  @Test
  void anEmptyAnswerMeansThatNothingWasRevoked() {
    body = "{\"Responses\":{\"revocations\":[]},\"UnprocessedKeys\":{}}";

    RevocationStore.Entries entries =
        new DynamoRevocations(connection(), "revocations").find("t", "alice");
    assertThat(entries.byToken()).isFalse();
    assertThat(entries.issuedBefore()).isEmpty();
  }

  @Test
  void whatIsKnownOfATokenIsNeverForgottenEarlier() {
    DynamoConnection connection = LocalDynamo.shared().connection();
    RevocationStore store = new DynamoRevocations(connection, LocalDynamo.REVOCATION_TABLE);
    store.revokeToken("long-lived", TIME.plusSeconds(100));
    AttributeValue ttl = ttl(connection, "token#long-lived");

    store.revokeToken("long-lived", TIME);
    assertThat(ttl(connection, "token#long-lived")).isEqualTo(ttl);
    store.revokeToken("long-lived", TIME.plusSeconds(101));
    assertThat(ttl(connection, "token#long-lived")).isNotEqualTo(ttl);
    assertThat(store.find("long-lived", "nobody").byToken()).isTrue();
  }

  private static AttributeValue ttl(DynamoConnection connection, String id) {
    return connection
        .client()
        .getItem(r ->
            r.tableName(LocalDynamo.REVOCATION_TABLE)
                .key(Map.of(DynamoRevocations.PARTITION_KEY, Attributes.of(id)))
                .consistentRead(true))
        .item()
        .get(DynamoRevocations.TTL);
  }

  @Test
  void theTimeOfAnIdentityNeverGoesBack() {
    RevocationStore store =
        new DynamoRevocations(LocalDynamo.shared().connection(), LocalDynamo.REVOCATION_TABLE);
    store.revokeIdentity("back", TIME, TIME);
    store.revokeIdentity("back", TIME.minusSeconds(1), TIME.plusSeconds(9));
    assertThat(store.find("t", "back").issuedBefore()).contains(TIME);
    store.revokeIdentity("back", TIME.plusMillis(1), TIME);
    assertThat(store.find("t", "back").issuedBefore()).contains(TIME.plusMillis(1));
  }
}
