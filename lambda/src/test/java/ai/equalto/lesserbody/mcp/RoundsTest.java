package ai.equalto.lesserbody.mcp;

import static ai.equalto.lesserbody.testkit.TestJson.json;
import static ai.equalto.lesserbody.testkit.TestJson.object;
import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.TestClient;
import ai.equalto.lesserbody.TestServer;
import ai.equalto.lesserbody.TestServer.Reply;
import ai.equalto.lesserbody.testkit.AskingPack;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that ask their client, through the whole function. */
class RoundsTest {
  private static final String EVERYTHING =
      "{'elicitation':{'form':{},'url':{}},'sampling':{},'roots':{}}";
  private static final String ANN = "{'name':{'action':'accept','content':{'name':'Ann'}}}";
  private static final String BEN = "{'friend':{'action':'accept','content':{'name':'Ben'}}}";

  private final TestServer server = new TestServer(Map.of(), new AskingPack().pack());
  private final TestClient mute = TestClient.of(server);
  private final TestClient client = mute.declaring(EVERYTHING);

  private JsonNode call(String tool) {
    return client.result("tools/call", "{'name':'" + tool + "'}");
  }

  private Reply answer(String method, String params, String state, String responses) {
    ObjectNode all = object(params).put("requestState", state);
    all.set("inputResponses", json(responses));
    return client.send(method, all);
  }

  private JsonNode answer(String tool, JsonNode asked, String responses) {
    String state = asked.get("requestState").textValue();
    return TestClient.result(answer("tools/call", "{'name':'" + tool + "'}", state, responses));
  }

  private static String text(JsonNode result) {
    assertThat(result.path("resultType").asText()).isEqualTo("complete");
    return result.at("/content/0/text").textValue();
  }

  private static void assertAsks(JsonNode result, String... keys) {
    assertThat(result.path("resultType").asText()).isEqualTo("input_required");
    assertThat(result.path("inputRequests").properties())
        .extracting(Map.Entry::getKey)
        .containsExactly(keys);
    assertThat(result.path("requestState").isTextual()).isTrue();
  }

  private void assertOutcomes(String... outcomes) {
    assertThat(server.log()).hasSameSizeAs(outcomes);
    for (int i = 0; i < outcomes.length; i++) {
      assertThat(server.log().get(i)).contains("\"outcome\":\"" + outcomes[i] + "\"");
    }
  }

  @Test
  void goesOnWithTheAnswer() {
    JsonNode asked = call("ask_name");

    assertAsks(asked, "name");
    assertThat(text(answer("ask_name", asked, ANN))).isEqualTo("Hello, Ann");
    assertOutcomes("input_required", "ok");
  }

  @Test
  void asksSeveralThingsInOneRound() {
    JsonNode asked = call("ask_all");

    assertThat(asked.get("inputRequests"))
        .isEqualTo(
            json(
                "{'name':{'method':'elicitation/create','params':{'mode':'form',"
                    + "'message':'What is your name?','requestedSchema':{'type':'object',"
                    + "'properties':{'name':{'type':'string','description':'A name.'}},"
                    + "'required':['name']}}},"
                    + "'page':{'method':'elicitation/create','params':{'mode':'url',"
                    + "'message':'Please sign in.','url':'https://agent.example/sign-in'}},"
                    + "'rhyme':{'method':'sampling/createMessage','params':{'messages':[{"
                    + "'role':'user','content':{'type':'text','text':'Rhyme on me.'}}],"
                    + "'maxTokens':50}},"
                    + "'folders':{'method':'roots/list','params':{}}}"));
    JsonNode done =
        answer(
            "ask_all",
            asked,
            "{'name':{'action':'decline'},'page':{'action':'accept'},"
                + "'rhyme':{'role':'assistant','model':'m','content':{'type':'text','text':'Tree'}},"
                + "'folders':{'roots':[{'uri':'file:///a'}]}}");
    assertThat(text(done))
        .isEqualTo("Hello, stranger; true; Tree; [Root[uri=file:///a, name=Optional.empty]]");
  }

  @Test
  void asksAgainForWhatIsMissingOnly() {
    JsonNode again = answer("ask_all", call("ask_all"), "{'folders':{'roots':[]},'name':{}}");

    assertAsks(again, "name", "page", "rhyme");
  }

  @Test
  void remembersAcrossRoundsWhatWasWorkedOutOnce() {
    JsonNode first = call("ask_steps");
    JsonNode second = answer("ask_steps", first, ANN);
    JsonNode third = answer("ask_steps", second, "{}");

    assertAsks(first, "name");
    assertAsks(second, "friend");
    assertAsks(third, "friend");
    assertThat(text(answer("ask_steps", third, BEN))).isEqualTo("Hello, Ann; Hello, Ben; 1 2");
    assertOutcomes("input_required", "input_required", "input_required", "ok");
  }

  @Test
  void anAnswerThatWasTakenIsNotChangedLater() {
    JsonNode second = answer("ask_steps", call("ask_steps"), ANN);

    String both = "{'name':{'action':'cancel'}," + BEN.substring(1);
    assertThat(text(answer("ask_steps", second, both))).startsWith("Hello, Ann; Hello, Ben;");
  }

  @Test
  void asksAgainWhenStateComesWithoutAnswers() {
    ObjectNode params = object("{'name':'ask_name'}");
    params.set("requestState", call("ask_name").get("requestState"));

    assertAsks(TestClient.result(client.send("tools/call", params)), "name");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'name':{}}",
        "{'name':{'action':'maybe'}}",
        "{'name':{'action':'accept'}}",
        "{'name':{'action':'accept','content':[]}}",
        "{'name':{'action':'accept','content':{}}}",
        "{'name':{'action':'accept','content':{'name':7}}}",
        "{'Name':{'action':'accept','content':{'name':'Ann'}}}",
      })
  void asksAgainWhenTheAnswerIsNone(String responses) {
    assertAsks(answer("ask_name", call("ask_name"), responses), "name");
    assertAsks(answer("ask_bound", call("ask_bound"), responses), "name");
  }

  @Test
  void passesOverAnswersToWhatWasNotAsked() {
    String more = "{'other':{'action':'accept'}," + ANN.substring(1);

    assertThat(text(answer("ask_name", call("ask_name"), more))).isEqualTo("Hello, Ann");
  }

  @Test
  void takesAnAnswerBeforeItIsAskedUnlessTheQuestionIsBound() {
    String early = "'inputResponses':" + ANN + "}";

    JsonNode open = client.result("tools/call", "{'name':'ask_name'," + early);
    JsonNode bound = client.result("tools/call", "{'name':'ask_bound'," + early);

    assertThat(text(open)).isEqualTo("Hello, Ann");
    assertAsks(bound, "name");
    assertThat(text(answer("ask_bound", bound, ANN))).isEqualTo("Hello, Ann");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ask_name | {}                           | {'elicitation':{'form':{}}}",
        "ask_name | {'elicitation':{'url':{}}}   | {'elicitation':{'form':{}}}",
        "ask_name | {'elicitation':null}         | {'elicitation':{'form':{}}}",
        "ask_page | {'elicitation':{}}           | {'elicitation':{'url':{}}}",
        "ask_page | {'elicitation':{'form':{}}}  | {'elicitation':{'url':{}}}",
        "ask_all  | {}  | {'elicitation':{'form':{},'url':{}},'sampling':{},'roots':{}}",
        "ask_all  | {'elicitation':{'url':{}},'roots':{}} | "
            + "{'elicitation':{'form':{}},'sampling':{}}",
      })
  void namesWhatAClientWouldHaveToBeAskedFor(String tool, String declared, String required) {
    Reply reply = mute.declaring(declared).send("tools/call", "{'name':'" + tool + "'}");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(TestClient.error(reply))
        .isEqualTo(
            json(
                "{'code':-32021,'message':'Missing required client capability',"
                    + "'data':{'requiredCapabilities':"
                    + required
                    + "}}"));
    assertOutcomes("cannot_ask");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ask_name | {'elicitation':{}}",
        "ask_name | {'elicitation':{'form':{}}}",
        "ask_name | {'elicitation':{'form':{},'url':{}}}",
        "ask_page | {'elicitation':{'url':{}}}",
        "ask_page | {'elicitation':{'form':{},'url':{}}}",
      })
  void asksAClientForWhatItDeclares(String tool, String declared) {
    JsonNode result = mute.declaring(declared).result("tools/call", "{'name':'" + tool + "'}");

    assertAsks(result, tool.substring("ask_".length()));
  }

  @Test
  void promptsAndResourcesAskToo() {
    String prompt = "{'name':'ask_name'}";
    String resource = "{'uri':'asking://greeting'}";
    JsonNode askedForPrompt = client.result("prompts/get", prompt);
    JsonNode askedForResource = client.result("resources/read", resource);

    assertAsks(askedForPrompt, "name");
    assertAsks(askedForResource, "name");
    Reply got = answer("prompts/get", prompt, askedForPrompt.get("requestState").textValue(), ANN);
    assertThat(got.json().at("/result/messages/0/content/text").asText()).isEqualTo("Hello, Ann");
    Reply read =
        answer("resources/read", resource, askedForResource.get("requestState").textValue(), ANN);
    assertThat(read.json().at("/result/contents/0/text").asText()).isEqualTo("Hello, Ann");
    assertOutcomes("input_required", "input_required", "ok", "ok");
  }

  @Test
  void onlyWhatNobodyWasAskedForMayBeKept() {
    String uri = "{'uri':'asking://greeting'";
    JsonNode unasked = mute.result("resources/read", uri + "}");
    JsonNode asked = client.result("resources/read", uri + "}");
    JsonNode early = client.result("resources/read", uri + ",'inputResponses':" + ANN + "}");
    JsonNode empty = mute.result("resources/read", uri + ",'inputResponses':{}}");

    assertThat(unasked.get("ttlMs").longValue()).isEqualTo(AskingPack.FRESH.toMillis());
    assertThat(unasked.get("cacheScope").textValue()).isEqualTo("public");
    assertThat(asked.has("ttlMs")).isFalse();
    for (JsonNode dependent : new JsonNode[] {early, empty}) {
      assertThat(dependent.get("ttlMs").longValue()).isZero();
      assertThat(dependent.get("cacheScope").textValue()).isEqualTo("private");
    }
  }

  @Test
  void tellsOlderClientsThatTheyCannotBeAsked() {
    Map<String, String> headers =
        Map.of(
            "Content-Type",
            "application/json",
            "MCP-Protocol-Version",
            "2025-11-25",
            "Authorization",
            "Bearer " + TestServer.token("alice", "read"));
    String call =
        "{'jsonrpc':'2.0','id':1,'method':'tools/call','params':{'name':'ask_name',"
            + "'inputResponses':"
            + ANN
            + "}}";

    Reply reply = server.send("POST", "/mcp", headers, call.replace('\'', '"'));

    assertThat(reply.status()).isEqualTo(200);
    JsonNode result = TestClient.result(reply);
    assertThat(result.get("isError").booleanValue()).isTrue();
    assertThat(result.at("/content/0/text").asText()).contains("2026-07-28");
    assertOutcomes("cannot_ask");
  }
}
