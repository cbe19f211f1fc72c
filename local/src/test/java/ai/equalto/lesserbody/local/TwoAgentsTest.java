package ai.equalto.lesserbody.local;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.auth.KeyRing;
import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.auth.SigningKey;
import ai.equalto.lesserbody.auth.TestPrincipals;
import ai.equalto.lesserbody.aws.DynamoMemoryStore;
import ai.equalto.lesserbody.aws.LocalDynamo;
import ai.equalto.lesserbody.lesser.HttpCoreTransport;
import ai.equalto.lesserbody.lesser.LesserPack;
import ai.equalto.lesserbody.lesser.TransportLimits;
import ai.equalto.lesserbody.local.instance.Fault;
import ai.equalto.lesserbody.local.instance.InstanceSettings;
import ai.equalto.lesserbody.local.instance.LesserInstance;
import ai.equalto.lesserbody.local.token.Lifetime;
import ai.equalto.lesserbody.local.token.SigningSecret;
import ai.equalto.lesserbody.local.token.TokenMinter;
import ai.equalto.lesserbody.local.token.TokenRequest;
import ai.equalto.lesserbody.memory.MemoryPack;
import ai.equalto.lesserbody.memory.MemoryStore;
import ai.equalto.lesserbody.pack.Pack;
import ai.equalto.lesserbody.resource.Resource;
import ai.equalto.lesserbody.testkit.Kit;
import ai.equalto.lesserbody.tool.Tool;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two agents and what they remember, against a whole instance over HTTP. */
class TwoAgentsTest {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final SigningSecret SECRET = SigningSecret.random(new SecureRandom());

  private LesserInstance instance;
  private Kit alice;
  private Kit bob;

  @BeforeEach
  void start() throws IOException {
    instance = new LesserInstance(InstanceSettings.inMemory(SigningKey.of(SECRET.reveal()), CLOCK));
    alice = agent("alice");
    bob = agent("bob");
  }

  @AfterEach
  void stop() {
    instance.close();
  }

  private Kit agent(String username) {
    Set<Scope> scopes = Set.of(Scope.READ, Scope.WRITE);
    String token =
        new TokenMinter(SECRET, CLOCK)
            .mint(new TokenRequest(username, scopes, Lifetime.parse("1h"), Optional.empty()));
    Pack social =
        LesserPack.create(
            new HttpCoreTransport(TransportLimits.DEFAULT, CLOCK),
            Optional.of(instance.url()),
            CLOCK,
            new Random(1));
    return Kit.of(together(social, memory()))
        .at(CLOCK)
        .as(TestPrincipals.withToken(username, token, Scope.READ, Scope.WRITE));
  }

  private static Pack memory() {
    MemoryStore store =
        new DynamoMemoryStore(LocalDynamo.shared().connection(), LocalDynamo.MEMORY_TABLE, CLOCK);
    KeyRing keys = new KeyRing(SigningKey.of(SECRET.reveal()), List.of());
    return MemoryPack.create(store, Optional.of(keys), CLOCK, new SecureRandom());
  }

  private static Pack together(Pack social, Pack memory) {
    return Pack.of("together", "")
        .withTools(
            Stream.concat(social.tools().stream(), memory.tools().stream())
                .toArray(Tool<?, ?>[]::new))
        .withResources(memory.resources().toArray(Resource[]::new));
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
    instance.faults().next(1, new Fault.Closed());

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

  @Test
  void whatGoesWrongAtTheInstanceIsToldInWords() {
    instance.faults().next(1, new Fault.Busy(7));
    assertThat(alice.call("post_create", "{'content':'x'}").failure()).contains("7");
    instance.faults().next(1, new Fault.NotJson());
    assertThat(alice.call("profile_read", "{}").failure()).isNotEmpty();
    instance.faults().next(1, new Fault.Huge());
    assertThat(alice.call("profile_read", "{}").failure()).isNotEmpty();
    instance.faults().next(1, new Fault.Failing(502));
    assertThat(call(alice, "profile_read", "{}").toString()).contains("alice");
  }
}
