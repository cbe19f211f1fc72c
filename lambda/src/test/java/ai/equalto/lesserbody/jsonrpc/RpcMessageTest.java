package ai.equalto.lesserbody.jsonrpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RpcMessageTest {
  private static final Optional<RpcId> SEVEN = Optional.of(new RpcId(json("7")));

  private static JsonNode json(String text) {
    try {
      return Json.read(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    } catch (JsonSyntaxException e) {
      throw new AssertionError(text, e);
    }
  }

  private static RpcMessage message(String text) {
    return RpcMessage.of(json(text));
  }

  private static RpcMessage invalid(Optional<RpcId> id, String reason) {
    return new RpcMessage.Invalid(id, reason);
  }

  @Test
  void readsACall() {
    assertThat(message("{'jsonrpc':'2.0','id':7,'method':'m','params':{'a':1}}"))
        .isEqualTo(new RpcMessage.Call(SEVEN.get(), "m", Json.object().put("a", 1)));
  }

  @Test
  void readsACallWithoutParams() {
    assertThat(message("{'jsonrpc':'2.0','id':7,'method':'m'}"))
        .isEqualTo(new RpcMessage.Call(SEVEN.get(), "m", Json.object()));
  }

  @Test
  void readsANotification() {
    assertThat(message("{'jsonrpc':'2.0','method':'m','params':{'a':1}}"))
        .isEqualTo(new RpcMessage.Notification("m", Json.object().put("a", 1)));
    assertThat(message("{'jsonrpc':'2.0','method':'m'}"))
        .isEqualTo(new RpcMessage.Notification("m", Json.object()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"'result':{}", "'error':{'code':1,'message':''}", "'result':null"})
  void readsAnAnswer(String outcome) {
    assertThat(message("{'jsonrpc':'2.0','id':7," + outcome + "}"))
        .isEqualTo(new RpcMessage.Answer());
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "[{}]", "null", "true", "1", "'text'"})
  void refusesWhatIsNoObject(String text) {
    assertThat(message(text)).isEqualTo(invalid(Optional.empty(), "a message is a JSON object"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",'jsonrpc':null",
        ",'jsonrpc':'1.0'",
        ",'jsonrpc':2.0",
        ",'jsonrpc':'2.0 '",
        ",'jsonrpc':['2.0']",
        ",'jsonrpc':2",
        ",'JSONRPC':'2.0'"
      })
  void refusesAMessageOfAnotherVersion(String version) {
    assertThat(message("{'id':7,'method':'m'" + version + "}"))
        .isEqualTo(invalid(SEVEN, "jsonrpc must be \"2.0\""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "true", "1.5", "1.0", "1e3", "{}", "[]", "[1]", "{'a':1}"})
  void refusesAnIdThatIsNeitherTextNorInteger(String id) {
    assertThat(message("{'jsonrpc':'2.0','method':'m','id':" + id + "}"))
        .isEqualTo(invalid(Optional.empty(), "id must be a string or an integer"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-1",
        "''",
        "'7'",
        "9007199254740993",
        "9223372036854775808",
        "'é\\u0000'",
        "-123456789012345678901234567890123456789012345678901234567890"
      })
  void echoesAnIdExactly(String id) {
    JsonNode sent = json("{'jsonrpc':'2.0','method':'m','id':" + id + "}");

    assertThat(RpcMessage.of(sent))
        .isInstanceOfSatisfying(
            RpcMessage.Call.class,
            call ->
                assertThat(Json.write(new RpcReply.Result(call.id(), Json.object()).toJson()))
                    .isEqualTo(
                        "{\"jsonrpc\":\"2.0\",\"id\":%s,\"result\":{}}"
                            .formatted(Json.write(sent.get("id")))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",'params':{}", ",'Method':'m'"})
  void refusesACallWithoutAMethod(String rest) {
    assertThat(message("{'jsonrpc':'2.0','id':7" + rest + "}"))
        .isEqualTo(invalid(SEVEN, "method is missing"));
  }

  @Test
  void refusesAnAnswerToNothing() {
    assertThat(message("{'jsonrpc':'2.0','result':{}}"))
        .isEqualTo(invalid(Optional.empty(), "method is missing"));
    assertThat(message("{'jsonrpc':'2.0','id':null,'error':{}}"))
        .isEqualTo(invalid(Optional.empty(), "id must be a string or an integer"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "1", "true", "[]", "{}"})
  void refusesAMethodThatIsNoText(String method) {
    assertThat(message("{'jsonrpc':'2.0','id':7,'method':" + method + "}"))
        .isEqualTo(invalid(SEVEN, "method must be a string"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "[]", "[{}]", "1", "'text'", "false"})
  void refusesParamsThatAreNoObject(String params) {
    assertThat(message("{'jsonrpc':'2.0','id':7,'method':'m','params':" + params + "}"))
        .isEqualTo(invalid(SEVEN, "params must be an object"));
    assertThat(message("{'jsonrpc':'2.0','method':'m','params':" + params + "}"))
        .isEqualTo(invalid(Optional.empty(), "params must be an object"));
  }

  @Test
  void anIdIsATextOrAnInteger() {
    assertThat(RpcId.in(json("{'id':7}"))).isEqualTo(SEVEN);
    assertThat(RpcId.in(json("{'id':'7'}"))).contains(new RpcId(TextNode.valueOf("7")));
    assertThat(RpcId.in(json("{}"))).isEmpty();
    assertThat(RpcId.in(json("[1]"))).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> new RpcId(json("1.5")));
  }

  @ParameterizedTest
  @CsvSource({
    "PARSE_ERROR,-32700",
    "INVALID_REQUEST,-32600",
    "METHOD_NOT_FOUND,-32601",
    "INVALID_PARAMS,-32602",
    "INTERNAL_ERROR,-32603"
  })
  void errorCodesAreThoseOfTheSpecification(String name, int code)
      throws ReflectiveOperationException {
    assertThat(RpcError.class.getField(name).getInt(null)).isEqualTo(code);
  }
}
