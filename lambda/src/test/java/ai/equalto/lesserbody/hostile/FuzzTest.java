package ai.equalto.lesserbody.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Breaks good messages at random, always at the same places, and posts what is left of them. */
class FuzzTest {
  private static final long SEED = 20260728;
  private static final int ROUNDS = 700;

  /** What follows {@code jsonrpc} in the messages; {@code $} stands for {@code _meta}. */
  private static final List<String> MESSAGES =
      List.of(
          "'id':1,'method':'server/discover','params':{$}",
          "'id':1,'method':'tools/list','params':{'cursor':'ZWNobw',$}",
          """
          'id':'a','method':'tools/call','params':{'name':'echo','arguments':{'message':'hello'},\
          'inputResponses':{'x':{'action':'accept','content':{'y':'z'}}},'requestState':'s',$}\
          """,
          "'id':1,'method':'tools/call','params':{'name':'echo','arguments':{'message':'hi'},$}",
          "'id':'a','method':'resources/list','params':{'cursor':'x',$}",
          "'id':1,'method':'resources/templates/list','params':{$}",
          "'id':1,'method':'resources/read','params':{'uri':'x://y','requestState':'s',$}",
          "'id':1,'method':'resources/subscribe','params':{'uri':'x://y',$}",
          "'id':1,'method':'prompts/list','params':{$}",
          "'id':1,'method':'prompts/get','params':{'name':'x','arguments':{'y':'z'},$}",
          """
          'id':1,'method':'completion/complete','params':{'ref':{'type':'ref/prompt','name':'x'},\
          'argument':{'name':'y','value':'z'},'context':{'arguments':{'w':'v'}},$}\
          """,
          """
          'id':1,'method':'subscriptions/listen','params':{'notifications':{\
          'toolsListChanged':true,'resourceSubscriptions':['x://y']},$}\
          """,
          "'id':1,'method':'logging/setLevel','params':{'level':'info',$}",
          "'id':1,'method':'ping','params':{$}",
          """
          'id':1,'method':'initialize','params':{'protocolVersion':'2025-06-18',\
          'capabilities':{'roots':{}},'clientInfo':{'name':'x','version':'1'}}\
          """,
          "'method':'notifications/cancelled','params':{'requestId':1,'reason':'x',$}",
          "'id':1,'result':{'x':1}");

  /** Beside what the era demands. */
  private static final String META =
      """
      'progressToken':'p','io.modelcontextprotocol/logLevel':'info',\
      'io.modelcontextprotocol/clientInfo':{'name':'x','version':'1'}\
      """;

  @ParameterizedTest
  @EnumSource(Era.class)
  void whatIsBrokenAtRandomIsAnsweredAsItMustBe(Era era) {
    List<JsonNode> messages = messages(era);
    HostileClient client = new HostileClient(era);
    Mutations mutations = new Mutations(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] body = mutations.broken(mutations.pick(messages));
      try {
        client.post(body);
      } catch (AssertionError e) {
        throw new AssertionError("seed %d, round %d: %s".formatted(SEED, round, e.getMessage()), e);
      }
    }
  }

  private static List<JsonNode> messages(Era era) {
    String meta = "'_meta':{" + META + "," + era.meta() + "}";
    List<String> single =
        MESSAGES.stream()
            .map(message -> "{'jsonrpc':'2.0'," + message.replace("$", meta) + "}")
            .toList();
    String batch = "[" + String.join(",", single.subList(1, 4)) + "]";
    return Stream.concat(single.stream(), Stream.of(batch))
        .map(message -> message.replace('\'', '"').getBytes(StandardCharsets.UTF_8))
        .map(HostileClient::read)
        .toList();
  }
}
