package ai.equalto.lesserbody.mcp;

import static ai.equalto.lesserbody.testkit.TestJson.json;
import static ai.equalto.lesserbody.testkit.TestJson.object;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.TestClient;
import ai.equalto.lesserbody.TestServer;
import ai.equalto.lesserbody.TestServer.Reply;
import ai.equalto.lesserbody.auth.KeyRing;
import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.auth.Seal;
import ai.equalto.lesserbody.auth.Secrets;
import ai.equalto.lesserbody.auth.TestPrincipals;
import ai.equalto.lesserbody.auth.TestTokens;
import ai.equalto.lesserbody.testkit.AskingPack;
import ai.equalto.lesserbody.testkit.MadeUp;
import ai.equalto.lesserbody.testkit.TestClock;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client brings back to a call that asked it, and all that might be put in its place. */
class RequestStateTest {
  private static final String CALL = "{'name':'ask_bound','arguments':{'topic':'a','also':'b'}}";
  private static final String ANN = "{'name':{'action':'accept','content':{'name':'Ann'}}}";

  private final TestClock clock = new TestClock("2026-03-01T12:00:00Z");
  private final TestServer server = new TestServer(Map.of(), clock, new AskingPack().pack());
  private final TestClient alice = TestClient.of(server).declaring("{'elicitation':{}}");
  private final String state = state(alice, CALL);

  private static String state(TestClient client, String call) {
    return client.result("tools/call", call).get("requestState").textValue();
  }

  private static Reply answer(TestClient client, String method, String params, String state) {
    ObjectNode all = object(params).put("requestState", state);
    all.set("inputResponses", json(ANN));
    return client.send(method, all);
  }

  private Reply answer(String state) {
    return answer(alice, "tools/call", CALL, state);
  }

  private static void assertAccepted(Reply reply) {
    assertThat(TestClient.result(reply).at("/content/0/text").asText()).isEqualTo("Hello, Ann");
  }

  /** Refused before anything is run, with one line in the audit behind that of the question. */
  private void assertRefused(Reply reply, int line) {
    assertThat(reply.status()).isEqualTo(200);
    assertThat(TestClient.error(reply))
        .isEqualTo(
            json(
                "{'code':-32602,'message':'Invalid params: requestState is not of this call,"
                    + " or too old; begin without it'}"));
    assertThat(server.log()).hasSize(line + 1);
    assertThat(server.log().get(line)).contains("\"outcome\":\"error\"", "_call\"");
  }

  private void assertRefused(Reply reply) {
    assertRefused(reply, 1);
  }

  @Test
  void isOfItsOwnCall() {
    assertAccepted(answer(state));
  }

  @Test
  void isOfItsOwnPrincipal() {
    TestClient bob =
        TestClient.of(server).as("bob", "read", "write").declaring("{'elicitation':{}}");

    assertRefused(answer(bob, "tools/call", CALL, state));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'name':'ask_name','arguments':{'topic':'a','also':'b'}}",
        "{'name':'ask_bound','arguments':{'topic':'a','also':'c'}}",
        "{'name':'ask_bound','arguments':{'topic':'b','also':'a'}}",
        "{'name':'ask_bound','arguments':{'topic':'a'}}",
        "{'name':'ask_bound','arguments':{'topic':'a','also':'b','_meta':{}}}",
        "{'name':'ask_bound','arguments':{'topic':'a','also':'b','more':null}}",
        "{'name':'ask_bound','arguments':{'topic':['a'],'also':'b'}}",
        "{'name':'ask_bound','arguments':{}}",
        "{'name':'ask_bound'}",
        "{'name':'ask_bound','arguments':{'topic':'a','also':'b'},'task':{}}",
      })
  void isOfItsOwnParameters(String other) {
    assertRefused(answer(alice, "tools/call", other, state));
  }

  @Test
  void isOfItsOwnMethod() {
    String same = "{'name':'ask_name','arguments':{'topic':'a'}}";

    Reply reply = answer(alice, "prompts/get", same, state(alice, same));

    assertThat(TestClient.error(reply).get("code").intValue()).isEqualTo(-32602);
    assertThat(server.log().getLast())
        .contains("\"event\":\"prompt_get\"", "\"outcome\":\"error\"");
  }

  @Test
  void isOfItsOwnParametersInWhateverOrder() {
    String reordered = "{'arguments':{'also':'b','topic':'a'},'name':'ask_bound'}";

    assertAccepted(answer(alice, "tools/call", reordered, state));
  }

  @Test
  void isGoodForTenMinutesUnlessTheSettingSaysOtherwise() {
    clock.advance(Duration.ofMinutes(10).minusSeconds(1));
    assertAccepted(answer(state));
    clock.advance(Duration.ofSeconds(1));
    assertRefused(answer(state), 2);
  }

  @Test
  void isGoodForAsLongAsTheSettingSays() {
    TestServer hasty =
        new TestServer(Map.of("MCP_INPUT_TTL_MINUTES", "1"), clock, new AskingPack().pack());
    TestClient client = TestClient.of(hasty).declaring("{'elicitation':{}}");
    String brief = state(client, CALL);

    clock.advance(Duration.ofSeconds(59));
    assertAccepted(answer(client, "tools/call", CALL, brief));
    clock.advance(Duration.ofSeconds(1));
    assertThat(TestClient.error(answer(client, "tools/call", CALL, brief)).get("code").intValue())
        .isEqualTo(-32602);
  }

  @Test
  void isGoodOnAnotherInstance() {
    TestServer elsewhere = new TestServer(Map.of(), clock, new AskingPack().pack());
    TestClient client = TestClient.of(elsewhere).declaring("{'elicitation':{}}");

    assertAccepted(answer(client, "tools/call", CALL, state));
  }

  @Test
  void isRefusedWhateverCharacterOfItIsChanged() {
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=\0é ";
    List<String> characters = alphabet.codePoints().mapToObj(Character::toString).toList();
    MadeUp.inAll(
        150,
        values -> {
          int at = values.number(0, state.length() - 1);
          String other = values.oneOf(characters);
          String changed = state.substring(0, at) + other + state.substring(at + 1);
          boolean same = changed.equals(state);
          assertThat(answer(changed).json().has("result")).isEqualTo(same);
        });
  }

  @Test
  void isRefusedWhenItIsCutOrAddedTo() {
    for (int length = 0; length < state.length(); length += 7) {
      assertThat(answer(state.substring(0, length)).json().has("error")).isTrue();
    }
    for (String longer : new String[] {state + ".", state + "A", " " + state, state + state}) {
      assertThat(answer(longer).json().has("error")).isTrue();
    }
    assertThat(server.log().stream().skip(1)).allMatch(line -> line.contains("\"error\""));
  }

  @Test
  void isNoAccessToken() {
    assertRefused(answer(TestServer.token("alice", "read")));
  }

  @Test
  void isNoSessionId() {
    Reply initialized =
        server.send(
            "POST",
            "/mcp",
            Map.of(
                "Content-Type",
                "application/json",
                "Authorization",
                "Bearer " + TestServer.token("alice", "read")),
            """
            {"jsonrpc":"2.0","id":1,"method":"initialize","params":\
            {"protocolVersion":"2025-11-25","capabilities":{}}}\
            """);

    assertRefused(answer(initialized.headers().get("Mcp-Session-Id")));
  }

  @ParameterizedTest
  @CsvSource({"session", "memory-cursor", "request-state"})
  void isNoSealOfAnotherPurposeAndNoSealWithoutItsCall(String purpose) {
    Seal seal = new Seal(Secrets.fixed(new KeyRing(TestTokens.key(), List.of())), purpose, clock);
    Map<String, String> values = Map.of("settled", "{\"asked\":[\"name\"]}", "call", "another");
    String foreign =
        seal.seal(TestPrincipals.of("alice", Scope.READ), values, Duration.ofMinutes(5));

    assertRefused(answer(foreign));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "7", "true", "{}", "[]", "''", "['a']"})
  void isAText(String wrong) {
    ObjectNode params = object(CALL);
    params.set("requestState", json(wrong));

    assertRefused(alice.send("tools/call", params));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "7",
        "'x'",
        "[]",
        "{'name':null}",
        "{'name':'Ann'}",
        "{'name':[]}",
        "{'name':{},'other':7}"
      })
  void comesWithAnObjectOfObjectsAsAnswers(String wrong) {
    ObjectNode params = object(CALL).put("requestState", state);
    params.set("inputResponses", json(wrong));

    Reply reply = alice.send("tools/call", params);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(TestClient.error(reply).get("code").intValue()).isEqualTo(-32602);
    assertThat(TestClient.error(reply).get("message").textValue())
        .isEqualTo("Invalid params: inputResponses must be an object of objects");
    assertThat(server.log()).hasSize(2);
    assertThat(server.log().get(1)).contains("\"tool\":\"ask_bound\"", "\"outcome\":\"error\"");
  }

  @Test
  void revealsNothingOfWhatItHolds() {
    ObjectNode params = object("{'name':'ask_steps'}");
    params.set("inputResponses", json(ANN.replace("Ann", "Ann Secretary the Third")));
    String sealed =
        TestClient.result(alice.send("tools/call", params)).get("requestState").textValue();

    Set<String> parts =
        Set.of(sealed.split("\\.")).stream()
            .map(part -> new String(Base64.getUrlDecoder().decode(part), ISO_8859_1))
            .collect(Collectors.toSet());
    assertThat(parts).noneMatch(part -> part.contains("Ann") || part.contains("alice"));
    assertThat(sealed).isNotEqualTo(state(alice, "{'name':'ask_steps'}"));
    assertThat(server.log()).noneMatch(line -> line.contains("Secretary"));
  }

  @Test
  void carriesAnyAnswerToTheNextRound() {
    MadeUp.inAll(
        100,
        values -> {
          String name = values.text(0, 40);
          ObjectNode params = object("{'name':'ask_steps'}");
          ObjectNode answer = params.putObject("inputResponses").putObject("name");
          ObjectNode content = answer.put("action", "accept").putObject("content");
          content.put("name", name).put(values.text(1, 9) + "x", values.real());
          answer.put("more", values.whole(Long.MIN_VALUE, Long.MAX_VALUE));
          JsonNode asked = TestClient.result(alice.send("tools/call", params));

          ObjectNode next = object("{'name':'ask_steps'}");
          next.set("requestState", asked.get("requestState"));
          next.set("inputResponses", json("{'friend':{'action':'cancel'}}"));
          JsonNode done = TestClient.result(alice.send("tools/call", next));
          assertThat(done.at("/content/0/text").asText()).startsWith("Hello, " + name + "; Hello?");
        });
  }

  @Test
  void isNotGivenForAnswersThatAreTooLongToCarry() {
    ObjectNode params = object("{'name':'ask_steps'}");
    params.set("inputResponses", json(ANN.replace("Ann", "A".repeat(600_000))));

    Reply reply = alice.send("tools/call", params);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(TestClient.error(reply).get("code").intValue()).isEqualTo(-32602);
    assertThat(server.log()).hasSize(2).noneMatch(line -> line.contains("fault"));
  }
}
