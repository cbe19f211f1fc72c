package ai.equalto.lesserbody.mcp;

import static ai.equalto.lesserbody.testkit.TestJson.json;
import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.TestClient;
import ai.equalto.lesserbody.TestServer;
import ai.equalto.lesserbody.testkit.ShowingPack;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The one line that each call leaves, whatever it is of and however it ends. */
class CallAuditTest {
  private final TestServer server = new TestServer(Map.of(), ShowingPack.create());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "tools/call | {'name':'report'} | tool_call | report | ok",
        "tools/call | {'name':'report_failure'} | tool_call | report_failure | failed",
        "tools/call | {'name':'report_fault'} | tool_call | report_fault | error",
        "tools/call | {'name':'report_question'} | tool_call | report_question | cannot_ask",
        "tools/call | {'name':'report','arguments':{'x':1}} | tool_call | report | invalid_input",
        "tools/call | {'name':'report','arguments':[]} | tool_call | report | invalid_input",
        "tools/call | {'name':'locate','arguments':{'region':'x'}} | tool_call | locate | error",
        "tools/call | {'name':'none'} | tool_call | null | not_found",
        "resources/read | {'uri':'showing://text'} | resource_read | showing://text | ok",
        "resources/read | {'uri':'showing://failure'} | resource_read | showing://failure | failed",
        "resources/read | {'uri':'showing://gone'} | resource_read | showing://gone | not_found",
        "resources/read | {'uri':'showing://secret'} | resource_read | showing://secret | denied",
        "resources/read | {'uri':'showing://none'} | resource_read | null | not_found",
        "resources/read | {'uri':'showing://painted/red'} | resource_read"
            + " | showing://painted/{color} | ok",
        "resources/read | {'uri':'showing://painted/pink'} | resource_read"
            + " | showing://painted/{color} | invalid_input",
        "resources/read | {'uri':'showing://days/5/1'} | resource_read"
            + " | showing://days/{month}/{day} | denied",
        "prompts/get | {'name':'letter','arguments':{'to':'Bob'}} | prompt_get | letter | ok",
        "prompts/get | {'name':'letter'} | prompt_get | letter | invalid_input",
        "prompts/get | {'name':'letter','arguments':7} | prompt_get | letter | invalid_input",
        "prompts/get | {'name':'secret_letter'} | prompt_get | secret_letter | denied",
        "prompts/get | {'name':'none'} | prompt_get | null | not_found",
        "prompts/get | {'name':'letter','requestState':'x'} | prompt_get | letter | error",
        "resources/read | {'uri':'showing://text','inputResponses':7} | resource_read"
            + " | showing://text | error",
        "completion/complete | {'ref':{'type':'ref/prompt','name':'letter'},"
            + "'argument':{'name':'to','value':''}} | completion | letter | ok",
        "completion/complete | {'ref':{'type':'ref/prompt','name':'letter'},"
            + "'argument':{'name':'none','value':''}} | completion | letter | invalid_input",
        "completion/complete | {'ref':{'type':'ref/prompt','name':'secret_letter'},"
            + "'argument':{'name':'to','value':''}} | completion | secret_letter | denied",
        "completion/complete | {'ref':{'type':'ref/resource','uri':'none'},"
            + "'argument':{'name':'to','value':''}} | completion | null | not_found",
      })
  void aCallLeavesOneLineThatSaysHowItEnded(
      String method, String params, String event, String offer, String outcome) {
    TestClient.of(server).send(method, params);

    assertThat(server.log().stream().filter(line -> !line.contains("\"event\":\"fault\"")))
        .singleElement()
        .satisfies(line -> {
          JsonNode recorded = json(line);
          assertThat(recorded.get("event").textValue()).isEqualTo(event);
          assertThat(recorded.get("outcome").textValue()).isEqualTo(outcome);
          assertThat(recorded.get("identity").textValue()).isEqualTo("alice");
          assertThat(recorded.get("protocol_version").textValue()).isEqualTo("2026-07-28");
          assertThat(recorded.toString())
              .contains(offer.equals("null") ? ":null,\"scope_needed\":null" : "\"" + offer + "\"");
        });
  }
}
