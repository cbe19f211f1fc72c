package ai.equalto.lesserbody.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.equalto.lesserbody.http.Body;
import ai.equalto.lesserbody.http.Headers;
import ai.equalto.lesserbody.http.Peer;
import ai.equalto.lesserbody.http.Request;
import ai.equalto.lesserbody.http.TestRequests;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireWitnessTest {
  private static final String JSON = "application/json";
  private static final String STREAM = "text/event-stream";
  private static final String CALL = "{'jsonrpc':'2.0','id':1,'method':'tools/call'}";

  /** Neither of the newest revision, which wants a resultType, nor of any: content is missing. */
  private static final String WRONG = "{'jsonrpc':'2.0','id':1,'result':{}}";

  private static final String PROGRESS =
      "{'jsonrpc':'2.0','method':'notifications/progress',"
          + "'params':{'progressToken':1,'progress':1}}";
  private static final String DONE =
      "{'jsonrpc':'2.0','id':1,'result':{'resultType':'complete','content':[]}}";

  private final WireWitness witness = new WireWitness();

  @ParameterizedTest
  @CsvSource({
    // header, revision in _meta, method, the revision of the complaint
    "'', '', tools/call, 2025-03-26",
    "2025-06-18, '', tools/call, 2025-06-18",
    "2025-11-25, '', tools/call, 2025-11-25",
    "2026-07-28, '', tools/call, 2026-07-28",
    "1900-01-01, '', tools/call, 2026-07-28",
    "'2025-11-25, 2025-11-25', '', tools/call, 2026-07-28",
    "'', 2026-07-28, tools/call, 2026-07-28",
    "'', 2025-11-25, tools/call, 2025-03-26",
    "2025-11-25, 2025-11-25, tools/call, 2025-11-25",
    "2025-11-25, 2025-06-18, tools/call, 2026-07-28",
    "2025-11-25, 2026-07-28, tools/call, 2026-07-28",
    "2026-07-28, '', initialize, 2025-03-26",
    "2026-07-28, 2026-07-28, initialize, 2026-07-28",
  })
  void complainsInTheRevisionOfTheRequest(
      String header, String claim, String method, String revision) {
    String meta =
        claim.isEmpty()
            ? ""
            : ",'params':{'_meta':{'io.modelcontextprotocol/protocolVersion':'" + claim + "'}}";
    String body = "{'jsonrpc':'2.0','id':1,'method':'" + method + "'" + meta + "}";

    assertThatThrownBy(() -> see(post(header, "", body), 200, JSON, WRONG))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(revision + " ");
  }

  @Test
  void aSessionGoesOnInTheRevisionThatItWasBegunWith() {
    String initialize = "{'jsonrpc':'2.0','id':1,'method':'initialize'}";
    String settled =
        "{'jsonrpc':'2.0','id':1,'result':{'protocolVersion':'2025-06-18','capabilities':{},"
            + "'serverInfo':{'name':'x','version':'1'}}}";
    Map<String, String> headers = Map.of("Content-Type", JSON, "Mcp-Session-Id", "s1");
    witness.see(post("", "", initialize), 200, headers, settled.replace('\'', '"'));

    assertThatThrownBy(() -> see(post("", "s1", CALL), 200, JSON, WRONG))
        .hasMessageContaining("2025-06-18 CallToolResult");
    assertThatThrownBy(() -> see(post("", "s2", CALL), 200, JSON, WRONG))
        .hasMessageContaining("2025-03-26 CallToolResult");
  }

  @Test
  void initializeIsHeldAgainstTheRevisionThatItSettles() {
    assertThatThrownBy(() ->
            see(
                post("", "", "{'jsonrpc':'2.0','id':1,'method':'initialize'}"),
                200,
                JSON,
                "{'jsonrpc':'2.0','id':1,'result':{'protocolVersion':'2025-11-25'}}"))
        .hasMessageContaining("2025-11-25 InitializeResult");
  }

  @Test
  void everyMemberOfABatchIsLookedAt() {
    String batch =
        "[{'jsonrpc':'2.0','id':1,'method':'ping'},{'jsonrpc':'2.0','id':2,'method':'tools/list'}]";

    assertThatThrownBy(() ->
            see(
                post("", "", batch),
                200,
                JSON,
                "[{'jsonrpc':'2.0','id':1,'result':{}},{'jsonrpc':'2.0','id':2,'result':{}}]"))
        .hasMessageContaining("2025-03-26 ListToolsResult");
    assertThatThrownBy(() -> see(post("", "", CALL), 200, JSON, "[" + WRONG + "]"))
        .hasMessageContaining("either a result or an error");
  }

  @Test
  void anAnswerHasTheIdOfTheRequest() {
    for (String id : List.of("2", "'1'", "1.0", "null")) {
      String error = "{'jsonrpc':'2.0','id':" + id + ",'error':{'code':1,'message':'x'}}";
      assertThatThrownBy(() -> see(post("", "", CALL), 200, JSON, error))
          .hasMessageContaining("no message of the request has the answer's id");
    }
  }

  @Test
  void looksAtEveryMessageOfAStream() {
    Request call = post("2026-07-28", "", CALL);
    String good =
        ": hello\n\ndata: " + PROGRESS + "\n\nevent: message\r\ndata:" + DONE + "\r\n\r\n";

    assertThatCode(() -> see(call, 200, STREAM, good)).doesNotThrowAnyException();
    for (String bad :
        List.of(
            "data: " + PROGRESS + "\n\n",
            "data: " + DONE + "\n\ndata: " + DONE + "\n\n",
            "data: " + DONE + "\n",
            "data: " + DONE,
            "data: {\n\n",
            ": nothing\n\n",
            "data: " + PROGRESS.replace("progress", "none") + "\n\ndata: " + DONE + "\n\n")) {
      assertThatThrownBy(() -> see(call, 200, STREAM, bad))
          .as(bad)
          .isInstanceOf(AssertionError.class);
    }
  }

  @Test
  void joinsTheLinesOfAMessage() {
    assertThat(EventStream.messages("data: a\ndata: b\nid: 7\n\ndata:\n\ndata:c\r\r"))
        .containsExactly("a\nb", "c");
  }

  @Test
  void letsOnlyRefusalsOutsideOfJsonRpcPass() {
    String refusal = "{'error':'unauthorized','error_description':'x'}";

    assertThatCode(() -> see(post("", "", CALL), 401, JSON, refusal)).doesNotThrowAnyException();
    assertThatThrownBy(() -> see(post("", "", CALL), 200, JSON, refusal))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> see(post("", "", CALL), 400, JSON, "{'message':'x'}"))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> see(post("", "", CALL), 400, JSON, "nothing"))
        .hasMessageContaining("not JSON");
  }

  private void see(Request request, int status, String contentType, String body) {
    witness.see(request, status, Map.of("Content-Type", contentType), body.replace('\'', '"'));
  }

  private static Request post(String revision, String session, String body) {
    Map<String, List<String>> headers = new HashMap<>();
    headers.put("mcp-protocol-version", revision.isEmpty() ? List.of() : List.of(revision));
    headers.put("mcp-session-id", session.isEmpty() ? List.of() : List.of(session));
    return new Request(
        "POST",
        "/mcp",
        Headers.of(headers),
        Body.of(body.replace('\'', '"')),
        Peer.UNKNOWN,
        "request-1",
        "https://a.example",
        TestRequests.DEADLINE);
  }
}
