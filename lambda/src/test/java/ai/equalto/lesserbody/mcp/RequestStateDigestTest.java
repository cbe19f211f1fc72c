package ai.equalto.lesserbody.mcp;

import static ai.equalto.lesserbody.testkit.TestJson.object;
import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.RpcId;
import ai.equalto.lesserbody.jsonrpc.RpcMessage;
import ai.equalto.lesserbody.testkit.MadeUp;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestStateDigestTest {
  private static final String PARAMS =
      "{'name':'x','arguments':{'a':[1,2],'b':{'c':'','_meta':1}}}";

  private static String digest(String method, ObjectNode params) {
    RpcId id = RpcId.in(object("{'id':1}")).orElseThrow();
    return RequestState.digest(new RpcMessage.Call(id, method, params));
  }

  private static String digest(String params) {
    return digest("tools/call", object(params));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'name':'x','arguments':{'b':{'_meta':1,'c':''},'a':[1,2]}}",
        "{'_meta':{'a':1},'name':'x','arguments':{'a':[1,2],'b':{'c':'','_meta':1}}}",
        "{'requestState':7,'name':'x','arguments':{'a':[1,2],'b':{'c':'','_meta':1}}}",
        "{'inputResponses':{},'name':'x','arguments':{'a':[1,2],'b':{'c':'','_meta':1}}}",
      })
  void passesOverOrderAndWhatDiffersFromRoundToRound(String same) {
    assertThat(digest(same)).isEqualTo(digest(PARAMS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'name':'y','arguments':{'a':[1,2],'b':{'c':'','_meta':1}}}",
        "{'name':'x','arguments':{'a':[2,1],'b':{'c':'','_meta':1}}}",
        "{'name':'x','arguments':{'a':['1',2],'b':{'c':'','_meta':1}}}",
        "{'name':'x','arguments':{'a':[1,2],'b':{'c':'','_meta':2}}}",
        "{'name':'x','arguments':{'a':[1,2],'b':{'c':''}}}",
        "{'name':'x','arguments':{'a':[1,2],'b':{'c':null,'_meta':1}}}",
        "{'name':'x','arguments':{'a':[1,2],'b':{'c':'','_meta':1}},'more':null}",
      })
  void tellsAllElseApart(String other) {
    assertThat(digest(other)).isNotEqualTo(digest(PARAMS));
  }

  @Test
  void tellsMethodsApart() {
    assertThat(digest("prompts/get", object(PARAMS))).isNotEqualTo(digest(PARAMS));
  }

  @Test
  void leavesTheParametersAsTheyAre() {
    ObjectNode params = object("{'b':{'d':1,'c':2},'_meta':{},'requestState':'x'}");

    digest("tools/call", params);

    assertThat(Json.write(params))
        .isEqualTo("{\"b\":{\"d\":1,\"c\":2},\"_meta\":{},\"requestState\":\"x\"}");
  }

  @Test
  void isTheSameWhateverTheOrderOfAnyFields() {
    MadeUp.inAll(
        200,
        values -> {
          ObjectNode params = madeUp(values, 3);
          assertThat(digest("m", (ObjectNode) shuffled(params, values)))
              .isEqualTo(digest("m", params));
        });
  }

  private static ObjectNode madeUp(MadeUp values, int depth) {
    ObjectNode object = Json.object();
    for (int i = values.number(0, 5); i > 0; i--) {
      String name = values.text(0, 3);
      switch (values.number(0, depth == 0 ? 1 : 3)) {
        case 0 -> object.put(name, values.text(0, 5));
        case 1 -> object.put(name, values.whole(-9, 9));
        case 2 -> object.set(name, madeUp(values, depth - 1));
        default -> object.putArray(name).add(madeUp(values, depth - 1)).add(values.flag());
      }
    }
    return object;
  }

  private static JsonNode shuffled(JsonNode node, MadeUp values) {
    if (node instanceof ArrayNode array) {
      ArrayNode same = Json.array();
      array.forEach(element -> same.add(shuffled(element, values)));
      return same;
    } else if (node instanceof ObjectNode object) {
      List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(object.properties());
      if (!fields.isEmpty()) {
        Collections.rotate(fields, values.number(1, fields.size()));
      }
      ObjectNode same = Json.object();
      fields.forEach(field -> same.set(field.getKey(), shuffled(field.getValue(), values)));
      return same;
    }
    return node;
  }
}
