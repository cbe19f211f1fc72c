package ai.equalto.lesserbody.local;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.auth.SigningKey;
import ai.equalto.lesserbody.auth.TestPrincipals;
import ai.equalto.lesserbody.lesser.LesserPack;
import ai.equalto.lesserbody.local.instance.Fault;
import ai.equalto.lesserbody.local.instance.InstanceSettings;
import ai.equalto.lesserbody.local.instance.LesserInstance;
import ai.equalto.lesserbody.local.token.Lifetime;
import ai.equalto.lesserbody.local.token.SigningSecret;
import ai.equalto.lesserbody.local.token.TokenMinter;
import ai.equalto.lesserbody.local.token.TokenRequest;
import ai.equalto.lesserbody.testkit.Kit;
import ai.equalto.lesserbody.transport.HttpCoreTransport;
import ai.equalto.lesserbody.transport.TransportLimits;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The social tools of two agents, against a whole instance over HTTP. */
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
    return Kit.of(
            LesserPack.create(
                new HttpCoreTransport(TransportLimits.DEFAULT, CLOCK),
                Optional.of(instance.url()),
                CLOCK,
                new Random(1)))
        .at(CLOCK)
        .as(TestPrincipals.withToken(username, token, Scope.READ, Scope.WRITE));
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
