package ai.equalto.lesserbody.local;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.local.instance.Fault;
import ai.equalto.lesserbody.testkit.Kit;
import ai.equalto.lesserbody.tool.Tool;
import ai.equalto.lesserbody.transport.TransportLimits;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every social tool and prompt against a whole instance over HTTP, well and not. */
class SocialToolsContractTest {
  private static final Map<String, String> READS =
      Map.of(
          "profile_read", "{}",
          "timeline_read", "{}",
          "post_search", "{'query':'sea'}",
          "followers_list", "{}",
          "following_list", "{}",
          "notifications_read", "{}");
  private static final Map<String, String> WRITES =
      Map.of(
          "post_create", "{'content':'So it is.','in_reply_to':'POST'}",
          "post_boost", "{'post_id':'POST'}",
          "post_favorite", "{'post_id':'POST'}",
          "follow", "{'account':'BOB'}",
          "unfollow", "{'account':'BOB'}",
          "profile_update", "{'bio':'A sailor.'}");
  private static final Map<String, String> PROMPTS =
      Map.of(
          "compose_post", "{'topic':'The sea'}",
          "draft_reply", "{'post_id':'POST'}",
          "summarize_timeline", "{'timeline':'federated','limit':'5'}",
          "reputation_report", "{}");

  private static final Map<Fault, String> TOLD =
      Map.of(
          new Fault.Failing(502), "HTTP 502",
          new Fault.Busy(7), "Try again in 7 seconds.",
          new Fault.Truncated(), "connection to the instance broke",
          new Fault.Closed(), "connection to the instance broke",
          new Fault.Huge(), "more than can be read",
          new Fault.NotJson(), "not JSON",
          new Fault.Redirect(URI.create("http://127.0.0.1/")), "is not followed");

  private Agents agents;
  private Kit alice;
  private String post;
  private String bob;

  @BeforeEach
  void start() throws IOException {
    agents = new Agents();
    alice = agents.agent("alice");
    Kit other = agents.agent("bob");
    bob = other.call("profile_read", "{}").structure().path("id").asText();
    post =
        other
            .call("post_create", "{'content':'The sea is calm, @alice.'}")
            .structure()
            .path("id")
            .asText();
  }

  @AfterEach
  void stop() {
    agents.close();
  }

  private static Map<String, String> all() {
    Map<String, String> all = new TreeMap<>(READS);
    all.putAll(WRITES);
    return all;
  }

  private static Set<String> tools() {
    return new TreeSet<>(all().keySet());
  }

  private String filled(String arguments) {
    return arguments.replace("POST", post).replace("BOB", bob);
  }

  private JsonNode done(String tool) {
    return alice.call(tool, filled(all().get(tool))).structure();
  }

  private String failure(Kit agent, String tool) {
    return agent.call(tool, filled(all().get(tool))).failure();
  }

  @Test
  void isOfTheWholePack() {
    var pack = agents.pack(TransportLimits.DEFAULT);

    assertThat(pack.tools().stream().collect(Collectors.toMap(Tool::name, Tool::scope)))
        .isEqualTo(
            Stream.concat(
                    READS.keySet().stream().map(name -> Map.entry(name, Scope.READ)),
                    WRITES.keySet().stream().map(name -> Map.entry(name, Scope.WRITE)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    assertThat(pack.prompts())
        .extracting("name")
        .containsExactlyInAnyOrderElementsOf(PROMPTS.keySet());
  }

  @ParameterizedTest
  @MethodSource("tools")
  void isDone(String tool) {
    assertThat(done(tool).isObject()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("tools")
  void tellsOfEveryFault(String tool) {
    assertThat(TOLD)
        .allSatisfy((fault, told) -> {
          agents.faults().always(fault);
          assertThat(failure(alice, tool)).contains(told);
        });
    agents.faults().clear();
    assertThat(done(tool).isObject()).isTrue();
  }

  @Test
  void doesNotWaitForAnInstanceThatIsTooSlow() {
    Duration patience = Duration.ofMillis(150);
    Kit impatient = agents.agent("alice", TransportLimits.DEFAULT.within(patience));
    agents.faults().always(new Fault.Slow(patience.multipliedBy(3)));

    assertThat(tools())
        .allSatisfy(tool -> assertThat(failure(impatient, tool)).contains("not answer in time"));
  }

  @Test
  void isTriedAgainIfItReads() {
    assertThat(READS.keySet())
        .allSatisfy(tool -> {
          agents.faults().next(1, new Fault.Failing(503));
          assertThat(done(tool).isObject()).isTrue();
        });
  }

  @Test
  void isNotTriedAgainIfItWrites() {
    assertThat(WRITES.keySet())
        .allSatisfy(tool -> {
          agents.faults().next(1, new Fault.Failing(503));
          assertThat(failure(alice, tool)).contains("HTTP 503");
        });
  }

  @Test
  void whatWasChangedIsSeenAfterwards() {
    done("follow");
    assertThat(done("following_list").at("/accounts/0/handle").asText()).isEqualTo("@bob");
    assertThat(done("unfollow").path("following").asBoolean()).isFalse();
    assertThat(done("following_list").path("accounts")).isEmpty();

    done("profile_update");
    assertThat(done("profile_read").path("bio").asText()).isEqualTo("A sailor.");

    done("post_boost");
    done("post_favorite");
    done("post_create");
    JsonNode found = alice.call("post_search", "{'query':'calm'}").structure().at("/posts/0");
    assertThat(found.path("boosts").asInt()).isOne();
    assertThat(found.path("favorites").asInt()).isOne();
    assertThat(found.path("replies").asInt()).isOne();
  }

  @Test
  void promptsAreFilled() {
    assertThat(PROMPTS)
        .allSatisfy((prompt, arguments) ->
            assertThat(alice.get(prompt, filled(arguments)).text()).isNotEmpty());
    assertThat(alice.complete("draft_reply", "post_id", "").value()).containsExactly(post);
  }

  @Test
  void promptsTellOfFaults() {
    assertThat(PROMPTS.keySet().stream().filter(prompt -> !prompt.equals("compose_post")))
        .allSatisfy(prompt -> {
          agents.faults().always(new Fault.Busy(7));
          assertThat(alice.get(prompt, filled(PROMPTS.get(prompt))).failure())
              .contains("in 7 seconds");
        });
  }
}
