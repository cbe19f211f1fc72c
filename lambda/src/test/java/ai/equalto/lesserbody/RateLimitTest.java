package ai.equalto.lesserbody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.equalto.lesserbody.TestServer.Reply;
import ai.equalto.lesserbody.auth.TestTokens;
import ai.equalto.lesserbody.testkit.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitTest {
  private static final String ECHO = "{'name':'echo','arguments':{'message':'x'}}";

  private final TestClock clock = new TestClock(TestTokens.NOW.toString());
  private final String alice = "alice-" + UUID.randomUUID();

  private TestServer server(String limits) {
    return GuardedServer.start(clock, "MCP_RATE_LIMITS", limits);
  }

  private TestClient client(TestServer server) {
    return TestClient.of(server).as(alice, "read");
  }

  @Test
  void fourFunctionsAtOnceLetThroughTheLimitTogether() throws Exception {
    List<TestServer> servers = IntStream.range(0, 4).mapToObj(i -> server("echo=60/1m")).toList();
    List<Callable<List<Integer>>> callers = new ArrayList<>();
    for (TestServer server : servers) {
      TestClient client = client(server);
      callers.add(() ->
          IntStream.range(0, 40).mapToObj(i -> client.send("tools/call", ECHO).status()).toList());
    }
    List<Integer> statuses = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (Future<List<Integer>> answers : threads.invokeAll(callers)) {
        statuses.addAll(answers.get());
      }
    }

    assertThat(Collections.frequency(statuses, 200)).isEqualTo(60);
    assertThat(Collections.frequency(statuses, 429)).isEqualTo(100);
    assertThat(TestClient.of(servers.getFirst()).as("bob" + alice, "read").send("tools/call", ECHO))
        .returns(200, Reply::status);
  }

  @Test
  void everyAnswerTellsWhatIsLeft() {
    TestServer server = server("echo=2/1m, read=100/1m");

    Reply first = client(server).send("tools/call", ECHO);
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.headers())
        .containsEntry("RateLimit-Policy", "\"echo\";q=2;w=60")
        .containsEntry("RateLimit", "\"echo\";r=1;t=63");
    assertThat(client(server).send("tools/list", "{}").headers())
        .containsEntry("RateLimit-Policy", "\"read\";q=100;w=60")
        .containsEntry("RateLimit", "\"read\";r=99;t=63");
  }

  @Test
  void whoAsksForTooMuchIsToldWhenToComeBack() {
    TestServer server = server("echo=2/1m");
    client(server).send("tools/call", ECHO);
    client(server).send("tools/call", ECHO);
    clock.advance(Duration.ofMillis(3_500));

    Reply refusal = client(server).send("tools/call", ECHO);

    assertThat(refusal.status()).isEqualTo(429);
    assertThat(refusal.headers())
        .containsEntry("Retry-After", "60")
        .containsEntry("RateLimit", "\"echo\";r=0;t=60");
    assertThat(refusal.json().path("id").intValue()).isEqualTo(1);
    assertThat(refusal.json().at("/error/code").intValue()).isEqualTo(429);
    assertThat(server.log().getLast())
        .contains("\"event\":\"rate_limited\"", alice, "\"bucket\":\"echo\"");
    clock.advance(Duration.ofMillis(59_500));
    assertThat(client(server).send("tools/call", ECHO).status()).isEqualTo(200);
  }

  private Reply batch(TestServer server, String messages) {
    return server.send(
        "POST",
        "/mcp",
        Map.of(
            "Content-Type",
            "application/json",
            "Authorization",
            "Bearer " + TestServer.token(alice, "read")),
        messages.replace('\'', '"'));
  }

  private static String calls(int count) {
    String call = "{'jsonrpc':'2.0','id':1,'method':'tools/call','params':" + ECHO + "}";
    return String.join(",", Collections.nCopies(count, call));
  }

  @Test
  void aBatchCountsForEachOfItsMessagesAndIsRefusedAsAWhole() {
    TestServer server = server("echo=5/1m, read=3/1m");
    String ping = "{'jsonrpc':'2.0','id':2,'method':'ping'}";

    Reply mixed = batch(server, "[" + calls(3) + "," + ping + "]");
    assertThat(mixed.status()).isEqualTo(200);
    assertThat(mixed.headers()).containsEntry("RateLimit", "\"echo\";r=2;t=63, \"read\";r=2;t=63");
    Reply refused = batch(server, "[" + ping + "," + calls(3) + "]");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.json().has("id")).isFalse();
    // What the refused batch took of the other limit was given back.
    assertThat(batch(server, "[" + ping + "," + ping + "," + calls(2) + "]").status())
        .isEqualTo(200);
  }

  @Test
  void aBatchThatCanNeverPassIsNotToldToComeBack() {
    Reply refused = batch(server("echo=5/1m"), "[" + calls(6) + "]");

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.headers()).doesNotContainKey("Retry-After");
    assertThat(refused.body()).contains("A batch may hold at most 5 requests (echo)");
  }

  @Test
  void whileTheTableIsAwayCallersPassAndTheAuditSaysSoNowAndThen() {
    TestServer server =
        GuardedServer.start(clock, "MCP_RATE_TABLE", "missing", "MCP_RATE_LIMITS", "echo=1/1m");

    for (int i = 0; i < 3; i++) {
      Reply reply = client(server).send("tools/call", ECHO);
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.headers()).doesNotContainKey("RateLimit");
    }
    assertThat(server.log())
        .filteredOn(line -> line.contains("\"guard\":\"rate_limit\",\"let_through\":true"))
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "read",
        "=1/1m",
        "read=",
        "read=1",
        "read=0/1m",
        "read=100001/1m",
        "read=1/0m",
        "read=1/25h",
        "read=1/1d",
        "read=-1/1m",
        "read=1/1m/1m",
        "read=1/1m,read=2/1m",
        "a b=1/1m",
        "echo=1/m"
      })
  void aMalformedLimitStopsTheStart(String limits) {
    assertThatThrownBy(() -> server(limits))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("MCP_RATE_LIMITS is \"")
        .hasMessageContaining("wanted: entries such as write=300/1m");
  }

  @Test
  void aLimitOfAToolThatIsNotServedStopsTheStart() {
    assertThatThrownBy(() -> server("echos=1/1m"))
        .isInstanceOf(ConfigException.class)
        .hasMessage("MCP_RATE_LIMITS names no tool that is served: echos");
  }
}
