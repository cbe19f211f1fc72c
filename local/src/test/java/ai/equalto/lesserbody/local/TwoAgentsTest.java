package ai.equalto.lesserbody.local;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.local.instance.Fault;
import ai.equalto.lesserbody.testkit.Kit;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two agents and what they remember, against a whole instance over HTTP. */
class TwoAgentsTest {
  private Agents agents;
  private Kit alice;
  private Kit bob;

  @BeforeEach
  void start() throws IOException {
    agents = new Agents();
    alice = agents.agentWithMemory("alice");
    bob = agents.agentWithMemory("bob");
  }

  @AfterEach
  void stop() {
    agents.close();
  }

  private static JsonNode call(Kit agent, String tool, String arguments) {
    return agent.call(tool, arguments).structure();
  }

  @Test
  void meetTalkAndFollowEachOther() {
    call(bob, "follow", "{'account':'@alice'}");
    String post =
        call(alice, "post_create", "{'content':'The sea is calm, @bob.'}").at("/id").asText();

    assertThat(call(bob, "timeline_read", "{'timeline':'home'}").at("/posts/0/text").asText())
        .isEqualTo("The sea is calm, @bob.");
    assertThat(call(bob, "notifications_read", "{'types':['mention']}").toString())
        .contains("The sea is calm");

    call(bob, "post_create", "{'content':'It is, @alice.','in_reply_to':'" + post + "'}");
    call(bob, "post_boost", "{'post_id':'" + post + "'}");
    call(bob, "post_favorite", "{'post_id':'" + post + "'}");

    assertThat(
            call(alice, "notifications_read", "{}").get("notifications").findValuesAsText("type"))
        .contains("mention", "reblog", "favourite", "follow");
    assertThat(call(alice, "followers_list", "{}").toString()).contains("bob");
    assertThat(call(alice, "post_search", "{'query':'sea'}").toString()).contains("calm");
  }

  @Test
  void whatOneRemembersKeepsTheThreadForItAlone() {
    String post =
        call(alice, "post_create", "{'content':'Shall we sail, @bob?'}").at("/id").asText();
    call(alice, "memory_append", "{'content':'Asked bob to sail.','tags':['" + post + "']}");
    String question =
        call(bob, "notifications_read", "{'types':['mention']}")
            .at("/notifications/0/post/id")
            .asText();
    call(bob, "post_create", "{'content':'Gladly, @alice.','in_reply_to':'" + question + "'}");
    call(bob, "post_boost", "{'post_id':'" + question + "'}");
    JsonNode told = call(alice, "notifications_read", "{'types':['mention']}");
    String reply = told.at("/notifications/0/post/id").asText();
    call(alice, "memory_append", "{'content':'Bob will sail.','tags':['" + reply + "']}");

    JsonNode kept = call(alice, "memory_query", "{'query':'sail','order':'asc'}").get("events");

    assertThat(told.at("/notifications/0/post/in_reply_to").asText()).isEqualTo(post);
    assertThat(kept).extracting(event -> event.at("/tags/0").asText()).containsExactly(post, reply);
    assertThat(alice.read("agent://memory/recent").text()).contains("Bob will sail.", reply);
    assertThat(bob.read("agent://memory/recent").text()).isEqualTo("{\"events\":[]}");
    assertThat(call(bob, "memory_query", "{}").get("events")).isEmpty();
  }

  @Test
  void aPostThatIsSentAgainIsThereOnce() {
    agents.faults().next(1, new Fault.Closed());

    assertThat(alice.call("post_create", "{'content':'Once.'}").failure()).isNotEmpty();
    call(alice, "post_create", "{'content':'Once.'}");

    assertThat(call(alice, "timeline_read", "{'timeline':'home'}").get("posts")).hasSize(1);
  }

  @Test
  void pagesLeadThroughAllPosts() {
    for (int i = 0; i < 5; i++) {
      call(alice, "post_create", "{'content':'Post " + i + "'}");
    }

    JsonNode first = call(alice, "timeline_read", "{'timeline':'local','limit':3}");
    JsonNode second =
        call(
            alice,
            "timeline_read",
            "{'timeline':'local','limit':3,'cursor':'" + first.path("next_cursor").asText() + "'}");

    assertThat(first.get("posts").findValuesAsText("text"))
        .containsExactly("Post 4", "Post 3", "Post 2");
    assertThat(second.get("posts").findValuesAsText("text")).containsExactly("Post 1", "Post 0");
  }
}
