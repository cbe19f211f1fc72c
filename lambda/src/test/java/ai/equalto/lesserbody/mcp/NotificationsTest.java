package ai.equalto.lesserbody.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.TestClient;
import ai.equalto.lesserbody.TestServer;
import ai.equalto.lesserbody.TestServer.Reply;
import ai.equalto.lesserbody.aws.LocalDynamo;
import ai.equalto.lesserbody.testkit.ShowingPack;
import ai.equalto.lesserbody.testkit.TestJson;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a call tells its client on the way; the bytes are in the exchange files. */
class NotificationsTest {
  private static final String REPORT = "{'name':'report'}";

  private final TestServer server = new TestServer(Map.of(), ShowingPack.create());
  private final TestClient client = TestClient.of(server).streaming();

  private static List<String> levels(Reply reply) {
    return reply
        .body()
        .lines()
        .filter(line -> line.startsWith("data: "))
        .map(line -> TestJson.json(line.substring("data: ".length())))
        .filter(message -> message.path("method").asText().equals("notifications/message"))
        .map(message -> message.at("/params/level").textValue())
        .toList();
  }

  private static void assertTellsNothing(Reply reply) {
    assertThat(reply.headers()).containsEntry("Content-Type", "application/json");
    assertThat(reply.body()).startsWith("{").doesNotContain("notifications/");
  }

  @ParameterizedTest
  @CsvSource({
    "debug, 'debug,warning,error'",
    "info, 'warning,error'",
    "notice, 'warning,error'",
    "warning, 'warning,error'",
    "error, error",
  })
  void tellsWhatMattersAsMuchAsWanted(String threshold, String told) {
    assertThat(String.join(",", levels(client.logging(threshold).send("tools/call", REPORT))))
        .isEqualTo(told);
  }

  @ParameterizedTest
  @ValueSource(strings = {"critical", "alert", "emergency"})
  void tellsNothingThatMattersLess(String threshold) {
    assertTellsNothing(client.logging(threshold).send("tools/call", REPORT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "true", "1.5", "{}", "[]"})
  void aProgressTokenIsATextOrAnInteger(String token) {
    assertTellsNothing(client.progressing(token).send("tools/call", REPORT));
  }

  @Test
  void tellsAThousandThingsOfACallAtMost() {
    Reply reply = client.logging("info").send("tools/call", "{'name':'flood'}");

    assertThat(levels(reply)).hasSize(1_000);
    assertThat(reply.body()).contains("message 999").doesNotContain("message 1000");
    assertThat(reply.body().lines().filter(line -> !line.isEmpty()).toList().getLast())
        .contains("Flooded.");
  }

  @Test
  void aRefusalComesAlone() {
    TestClient stranger =
        client.logging("debug").sending("Authorization", "Bearer " + TestServer.token("eve"));

    Reply refused = stranger.send("tools/call", REPORT);

    assertThat(refused.status()).isEqualTo(403);
    assertTellsNothing(refused);
  }

  /** A client of revision 2025-11-25, or of another. */
  private static final class Older {
    private final TestServer server;
    private final Map<String, String> headers = new HashMap<>();

    Older(TestServer server, String revision) {
      this.server = server;
      headers.put("Content-Type", "application/json");
      headers.put("Accept", "application/json, text/event-stream");
      headers.put("Authorization", "Bearer " + TestServer.token("alice", "read"));
      String session =
          send("initialize", "{'protocolVersion':'" + revision + "','capabilities':{}}")
              .headers()
              .get("Mcp-Session-Id");
      headers.put("Mcp-Session-Id", session);
      headers.put("MCP-Protocol-Version", revision);
    }

    Reply send(String method, String params) {
      return post(message(method, params));
    }

    Reply post(String body) {
      return server.send("POST", "/mcp", headers, body.replace('\'', '"'));
    }

    static String message(String method, String params) {
      return "{'jsonrpc':'2.0','id':1,'method':'" + method + "','params':" + params + "}";
    }
  }

  private static TestServer withSessionTable() {
    Map<String, String> settings = new HashMap<>(LocalDynamo.shared().environment());
    settings.put("MCP_SESSION_TABLE", LocalDynamo.SESSION_TABLE);
    return new TestServer(settings, ShowingPack.create());
  }

  @Test
  void anOlderClientSetsTheLevelOfItsSessionOnEveryInstance() {
    Older one = new Older(withSessionTable(), "2025-11-25");
    Older other = new Older(withSessionTable(), "2025-11-25");
    assertTellsNothing(one.send("tools/call", REPORT));

    assertThat(one.send("logging/setLevel", "{'level':'error'}").json().path("result"))
        .isEqualTo(TestJson.json("{}"));

    Reply told = withSessionTable().send("POST", "/mcp", one.headers, call());
    assertThat(levels(told)).containsExactly("error");
    assertTellsNothing(other.send("tools/call", REPORT));
    one.send("logging/setLevel", "{'level':'debug'}");
    assertThat(levels(one.send("tools/call", REPORT))).containsExactly("debug", "warning", "error");
  }

  private static String call() {
    return Older.message("tools/call", REPORT).replace('\'', '"');
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{'level':'loud'}", "{'level':7}", "{'level':null}"})
  void refusesALevelThatIsNone(String params) {
    Reply reply = new Older(withSessionTable(), "2025-11-25").send("logging/setLevel", params);

    assertThat(TestClient.error(reply).get("code").intValue()).isEqualTo(-32602);
  }

  @Test
  void aLevelIsKeptWithASession() {
    Older client = new Older(withSessionTable(), "2025-11-25");
    client.headers.remove("Mcp-Session-Id");

    Reply reply = client.send("logging/setLevel", "{'level':'error'}");

    assertThat(TestClient.error(reply).get("code").intValue()).isEqualTo(-32600);
  }

  @Test
  void aServerWithoutATableOfSessionsKeepsNoLevelAndDoesNotSayThatItDoes() {
    Older client = new Older(server, "2025-11-25");
    String initialize = "{'protocolVersion':'2025-11-25','capabilities':{}}";

    Reply reply = client.send("logging/setLevel", "{'level':'error'}");

    assertThat(TestClient.error(reply).get("code").intValue()).isEqualTo(-32601);
    client.headers.remove("Mcp-Session-Id");
    assertThat(declared(client.send("initialize", initialize)))
        .isNotEmpty()
        .doesNotContain("logging");
    Older withTable = new Older(withSessionTable(), "2025-11-25");
    assertThat(declared(withTable.send("initialize", initialize))).contains("logging");
  }

  private static Set<String> declared(Reply initialized) {
    return initialized.json().at("/result/capabilities").properties().stream()
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  @Test
  void anOlderClientIsToldOfProgress() {
    Older client = new Older(server, "2025-06-18");

    Reply reply = client.send("tools/call", "{'name':'report','_meta':{'progressToken':'p'}}");

    assertThat(reply.headers()).containsEntry("Content-Type", "text/event-stream");
    assertThat(reply.body().lines().filter(line -> line.contains("notifications/progress")))
        .hasSize(3);
  }

  @Test
  void aBatchTellsNothingOnTheWay() {
    Older client = new Older(withSessionTable(), "2025-03-26");
    client.send("logging/setLevel", "{'level':'debug'}");
    String call = Older.message("tools/call", "{'name':'report','_meta':{'progressToken':'p'}}");
    assertThat(levels(client.post(call))).hasSize(3);

    Reply reply = client.post("[" + call + "," + call + "]");

    assertThat(reply.headers()).containsEntry("Content-Type", "application/json");
    assertThat(reply.json()).hasSize(2).allMatch(one -> one.has("result"));
    assertThat(reply.body()).doesNotContain("notifications/");
  }
}
