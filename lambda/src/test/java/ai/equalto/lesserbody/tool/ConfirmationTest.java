package ai.equalto.lesserbody.tool;

import static ai.equalto.lesserbody.testkit.TestJson.json;
import static ai.equalto.lesserbody.testkit.TestJson.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.equalto.lesserbody.ConfigException;
import ai.equalto.lesserbody.TestClient;
import ai.equalto.lesserbody.TestServer;
import ai.equalto.lesserbody.TestServer.Reply;
import ai.equalto.lesserbody.aws.LocalDynamo;
import ai.equalto.lesserbody.testkit.AskingPack;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tools that a person has to confirm, through the whole function. */
class ConfirmationTest {
  private static final String ERASE = "{'name':'erase','arguments':{'topic':'notes'}}";
  private static final String YES =
      "{'confirm_erase':{'action':'accept','content':{'confirm':true}}}";

  private final AskingPack pack = new AskingPack();
  private final TestServer server = confirming(Map.of("MCP_CONFIRM_TOOLS", "erase, echo"));
  private final TestClient client = TestClient.of(server).declaring("{'elicitation':{}}");

  private TestServer confirming(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(LocalDynamo.shared().environment());
    all.put("MCP_SESSION_TABLE", LocalDynamo.SESSION_TABLE);
    all.putAll(settings);
    return new TestServer(all, pack.pack());
  }

  private JsonNode ask(String call) {
    JsonNode asked = client.result("tools/call", call);
    assertThat(asked.get("resultType").textValue()).isEqualTo("input_required");
    return asked;
  }

  private Reply answer(String call, String responses, JsonNode asked) {
    ObjectNode params = object(call);
    params.set("inputResponses", json(responses));
    params.set("requestState", asked.get("requestState"));
    return client.send("tools/call", params);
  }

  private void assertLastOutcome(String outcome) {
    assertThat(server.log().getLast())
        .contains("\"tool\":\"erase\"", "\"outcome\":\"" + outcome + "\"");
  }

  @Test
  void runsWithConsent() {
    JsonNode asked = ask(ERASE);
    assertThat(pack.erased()).isEmpty();
    assertLastOutcome("input_required");

    assertThat(TestClient.result(answer(ERASE, YES, asked)).at("/content/0/text").asText())
        .isEqualTo("Erased.");
    assertThat(pack.erased()).containsExactly("notes");
    assertLastOutcome("ok");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'action':'accept','content':{'confirm':false}} | The person did not confirm.",
        "{'action':'decline'}                            | The person declined.",
        "{'action':'decline','content':{'confirm':true}} | The person declined.",
        "{'action':'cancel'}                             | The person did not answer.",
      })
  void doesNotRunWithoutConsent(String response, String message) {
    JsonNode result =
        TestClient.result(answer(ERASE, "{'confirm_erase':" + response + "}", ask(ERASE)));

    assertThat(result.get("isError").booleanValue()).isTrue();
    assertThat(result.at("/content/0/text").asText()).isEqualTo(message);
    assertThat(pack.erased()).isEmpty();
    assertLastOutcome("declined");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'confirm_erase':{}}",
        "{'confirm_erase':{'action':'accept'}}",
        "{'confirm_erase':{'action':'accept','content':{}}}",
        "{'confirm_erase':{'action':'accept','content':{'confirm':'true'}}}",
        "{'confirm_erase':{'action':'accept','content':{'confirm':1}}}",
        "{'confirm_echo':{'action':'accept','content':{'confirm':true}}}",
      })
  void asksAgainAfterAnythingElse(String responses) {
    JsonNode result = TestClient.result(answer(ERASE, responses, ask(ERASE)));

    assertThat(result.get("resultType").textValue()).isEqualTo("input_required");
    assertThat(pack.erased()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'name':'erase','arguments':{'topic':'everything'}}",
        "{'name':'erase','arguments':{}}",
        "{'name':'erase'}",
      })
  void consentCountsForTheArgumentsThatWereShown(String other) {
    Reply reply = answer(other, YES, ask(ERASE));

    assertThat(TestClient.error(reply).get("code").intValue()).isEqualTo(-32602);
    assertThat(pack.erased()).isEmpty();
    assertLastOutcome("error");
  }

  @Test
  void consentToOneToolIsNoneToAnother() {
    JsonNode asked = ask("{'name':'echo','arguments':{'message':'notes'}}");

    assertThat(answer(ERASE, YES, asked).json().has("error")).isTrue();
    assertThat(pack.erased()).isEmpty();
  }

  @Test
  void consentThatNobodyWasAskedForDoesNotCount() {
    ObjectNode params = object(ERASE);
    params.set("inputResponses", json(YES));

    JsonNode result = TestClient.result(client.send("tools/call", params));

    assertThat(result.get("resultType").textValue()).isEqualTo("input_required");
    assertThat(pack.erased()).isEmpty();
  }

  @Test
  void asksOnlyWhoMayRunTheTool() {
    Reply reply =
        client
            .sending("Authorization", "Bearer " + TestServer.token("eve"))
            .send("tools/call", ERASE);

    assertThat(reply.status()).isEqualTo(403);
    assertLastOutcome("denied");
  }

  @Test
  void doesNotAskForACallThatCannotBeMade() {
    JsonNode result = client.result("tools/call", "{'name':'erase','arguments':{'topic':7}}");

    assertThat(result.get("isError").booleanValue()).isTrue();
    assertLastOutcome("invalid_input");
  }

  @Test
  void asksForNoOtherTool() {
    assertThat(client.result("tools/call", "{'name':'ask_name'}").at("/inputRequests/name"))
        .isNotEmpty();
  }

  @Test
  void consentCountsOnce() {
    JsonNode asked = ask(ERASE);
    answer(ERASE, YES, asked);

    Reply again = answer(ERASE, YES, asked);

    assertThat(TestClient.error(again).get("message").textValue())
        .isEqualTo("Invalid params: requestState was used already; begin without it");
    assertThat(pack.erased()).containsExactly("notes");
    assertLastOutcome("error");
  }

  @Test
  void whoDeclinedCannotBeMadeToConsent() {
    JsonNode asked = ask(ERASE);
    answer(ERASE, "{'confirm_erase':{'action':'decline'}}", asked);

    assertThat(answer(ERASE, YES, asked).json().has("error")).isTrue();
    assertThat(pack.erased()).isEmpty();
  }

  @Test
  void doesNotRunWhileNobodyCanTellWhatWasUsedUp() {
    JsonNode asked = ask(ERASE);
    TestServer cut =
        confirming(
            Map.of(
                "MCP_CONFIRM_TOOLS", "erase", "AWS_ENDPOINT_URL_DYNAMODB", "http://127.0.0.1:1"));
    ObjectNode params = object(ERASE);
    params.set("inputResponses", json(YES));
    params.set("requestState", asked.get("requestState"));

    Reply reply = TestClient.of(cut).declaring("{'elicitation':{}}").send("tools/call", params);

    assertThat(TestClient.error(reply).get("message").textValue()).contains("try again shortly");
    assertThat(pack.erased()).isEmpty();
  }

  private String shown(String arguments) {
    return ask("{'name':'erase','arguments':" + arguments + "}")
        .at("/inputRequests/confirm_erase/params/message")
        .asText();
  }

  @Test
  void showsEachArgument() {
    assertThat(shown("{'topic':'notes','also':'all of it'}"))
        .isEqualTo(
            "An agent wants to run \"Ask\" (erase) with:\ntopic: \"notes\"\nalso: \"all of it\"");
  }

  @Test
  void hidesNoArgumentBehindALongOne() {
    assertThat(shown("{'topic':'" + "😀".repeat(3_000) + "','also':'all of it'}"))
        .contains("😀… (6002 characters in all)\nalso: \"all of it\"");
  }

  @ParameterizedTest
  @ValueSource(ints = {0x202E, 0x2066, 0x2028, 0x200B, 0xFEFF, 0xE0041, 0x85})
  void spellsOutWhatAScreenDoesNotShow(int hidden) {
    assertThat(shown("{'topic':'a" + Character.toString(hidden) + "b'}"))
        .contains("a\\u{" + Integer.toHexString(hidden) + "}b");
  }

  @Test
  void refusesAClientThatCannotBeAskedUnlessTheSettingAllowsIt() {
    Reply refused = TestClient.of(server).send("tools/call", ERASE);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(TestClient.error(refused).get("code").intValue()).isEqualTo(-32021);
    assertThat(pack.erased()).isEmpty();

    TestServer allowing =
        confirming(Map.of("MCP_CONFIRM_TOOLS", "erase", "MCP_CONFIRM_FALLBACK", "allow"));
    TestClient.of(allowing).result("tools/call", ERASE);
    assertThat(pack.erased()).containsExactly("notes");
  }

  @Test
  void asksAClientThatCanBeAskedThoughTheSettingAllowsOthers() {
    TestServer allowing =
        confirming(Map.of("MCP_CONFIRM_TOOLS", "erase", "MCP_CONFIRM_FALLBACK", "allow"));
    TestClient asked = TestClient.of(allowing).declaring("{'elicitation':{'form':{}}}");

    assertThat(asked.result("tools/call", ERASE).get("resultType").textValue())
        .isEqualTo("input_required");
    assertThat(pack.erased()).isEmpty();
  }

  @Test
  void refusesOlderClientsUnlessTheSettingAllowsThem() {
    Reply refused = older(server);

    assertThat(TestClient.result(refused).get("isError").booleanValue()).isTrue();
    assertThat(pack.erased()).isEmpty();
    assertLastOutcome("cannot_ask");

    older(confirming(Map.of("MCP_CONFIRM_TOOLS", "erase", "MCP_CONFIRM_FALLBACK", "allow")));
    assertThat(pack.erased()).containsExactly("notes");
  }

  private static Reply older(TestServer server) {
    String call = "{'jsonrpc':'2.0','id':1,'method':'tools/call','params':" + ERASE + "}";
    return server.send(
        "POST",
        "/mcp",
        Map.of(
            "Content-Type",
            "application/json",
            "MCP-Protocol-Version",
            "2025-11-25",
            "Authorization",
            "Bearer " + TestServer.token("alice", "read")),
        call.replace('\'', '"'));
  }

  @Test
  void aToolThatIsNotServedStopsTheStart() {
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> confirming(Map.of("MCP_CONFIRM_TOOLS", "erase,memory_drop,aaa")))
        .withMessageContaining("MCP_CONFIRM_TOOLS names no tool that is served: aaa, memory_drop");
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> confirming(Map.of("MCP_CONFIRM_TOOLS", "erase", "MCP_PACKS", "echo")))
        .withMessageContaining("MCP_CONFIRM_TOOLS names no tool that is served: erase");
  }

  @Test
  void aTableIsNeededToKeepWhatWasUsedUp() {
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> confirming(Map.of("MCP_CONFIRM_TOOLS", "erase", "MCP_SESSION_TABLE", "")))
        .withMessageContaining("MCP_CONFIRM_TOOLS is set; wanted: MCP_SESSION_TABLE as well");
  }
}
