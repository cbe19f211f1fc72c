package ai.equalto.lesserbody.local.instance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimelinesTest {
  private static final String HOME = "/api/v1/timelines/home";
  private static final String EVERYBODY = "/api/v1/timelines/public";

  private Town town;
  private Resident alice;
  private Resident bob;
  private Resident carol;

  @BeforeEach
  void open() throws IOException {
    town = new Town();
    alice = town.as("alice");
    bob = town.as("bob");
    carol = town.as("carol");
    // Nobody can be mentioned before they came.
    carol.account();
  }

  @AfterEach
  void close() {
    town.close();
  }

  @Test
  void homeHasTheOwnPostsAndThoseOfWhomOneFollows() {
    alice.publish("mine");
    bob.publish("yours");
    carol.publish("hers");
    alice.follow(bob);

    assertThat(alice.texts(HOME)).containsExactly("yours", "mine");
  }

  @Test
  void homeHasTheBoostsOfWhomOneFollows() {
    alice.follow(bob);
    JsonNode post = carol.publish("hers");
    bob.act("reblog", post);

    JsonNode boost = alice.get(HOME).get(0);
    assertThat(boost.at("/account/acct").asText()).isEqualTo("bob");
    assertThat(boost.at("/reblog/id")).isEqualTo(post.get("id"));
    assertThat(boost.at("/reblog/account/acct").asText()).isEqualTo("carol");
    assertThat(boost.at("/reblog/reblogs_count").asInt()).isEqualTo(1);
    assertThat(boost.path("content")).isEqualTo(post.path("content"));
  }

  @Test
  void privatePostsAreForFollowers() {
    JsonNode post = bob.publish("for friends", "private");
    alice.follow(bob);

    assertThat(alice.texts(HOME)).containsExactly("for friends");
    assertThat(alice.get(Resident.path(post)).path("visibility").asText()).isEqualTo("private");
    assertThat(carol.send("GET", Resident.path(post)).statusCode()).isEqualTo(404);
    assertThat(carol.texts(statusesOf(bob))).isEmpty();
    assertThat(alice.texts(EVERYBODY)).isEmpty();
  }

  @Test
  void aPrivatePostIsAlsoForWhomItMentions() {
    JsonNode post = bob.publish("@carol, look", "private");

    assertThat(carol.send("GET", Resident.path(post)).statusCode()).isEqualTo(200);
  }

  @Test
  void directPostsAreForThoseWhomTheyMention() {
    alice.follow(bob);
    JsonNode post = bob.publish("@carol a secret", "direct");

    assertThat(carol.send("GET", Resident.path(post)).statusCode()).isEqualTo(200);
    assertThat(bob.texts(HOME)).containsExactly("@carol a secret");
    assertThat(alice.send("GET", Resident.path(post)).statusCode()).isEqualTo(404);
    assertThat(alice.texts(HOME)).isEmpty();
    assertThat(alice.texts(statusesOf(bob))).isEmpty();
    assertThat(bob.account().path("statuses_count").asInt()).isZero();
  }

  @Test
  void unlistedPostsAreInNoPublicTimeline() {
    bob.publish("quiet", "unlisted");
    bob.publish("loud");

    assertThat(alice.texts(EVERYBODY)).containsExactly("loud");
    assertThat(alice.texts(statusesOf(bob))).containsExactly("loud", "quiet");
  }

  @Test
  void thePublicTimelineHasNeitherBoostsNorRepliesToOthers() {
    JsonNode post = bob.publish("post");
    bob.reply("more", post);
    carol.reply("reply", post);
    carol.act("reblog", post);

    assertThat(alice.texts(EVERYBODY)).containsExactly("more", "post");
  }

  @ParameterizedTest
  @CsvSource({"'',1", "?local=true,1", "?local=false,1", "?remote=true,0", "?only_media=1,0"})
  void everybodyIsLocal(String query, int count) {
    bob.publish("post");

    assertThat(alice.texts(EVERYBODY + query)).hasSize(count);
  }

  @Test
  void anAccountsPostsCanBeNarrowed() {
    JsonNode post = carol.publish("hers");
    bob.publish("post");
    bob.reply("reply", post);
    bob.act("reblog", post);

    assertThat(alice.texts(statusesOf(bob))).containsExactly("hers", "reply", "post");
    assertThat(alice.texts(statusesOf(bob) + "?exclude_reblogs=true&exclude_replies=true"))
        .containsExactly("post");
    assertThat(alice.texts(statusesOf(bob) + "?pinned=true")).isEmpty();
    assertThat(alice.texts(statusesOf(bob) + "?only_media=true")).isEmpty();
  }

  @Test
  void idsSortByTime() {
    String first = bob.publish("first").path("id").asText();
    String second = bob.publish("second").path("id").asText();
    town.clock.advance(Duration.ofSeconds(-10));
    String third = bob.publish("third").path("id").asText();
    town.clock.advance(Duration.ofDays(900));
    String fourth = town.as("bob").publish("fourth").path("id").asText();

    assertThat(List.of(first, second, third, fourth)).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void linksLeadThroughAllPagesAndBack() {
    publishNumbers(5);
    HttpResponse<String> first = alice.send("GET", EVERYBODY + "?local=true&limit=2");
    HttpResponse<String> second = alice.send("GET", Links.of(first).path("next"));
    HttpResponse<String> third = alice.send("GET", Links.of(second).path("next"));
    HttpResponse<String> back = alice.send("GET", Links.of(third).path("prev"));

    assertThat(texts(first)).containsExactly("5", "4");
    assertThat(texts(second)).containsExactly("3", "2");
    assertThat(texts(third)).containsExactly("1");
    assertThat(Links.of(third).has("next")).isFalse();
    assertThat(texts(back)).containsExactly("3", "2");
    assertThat(Links.of(first).targets().get("next").toString())
        .startsWith(town.instance.url() + EVERYBODY + "?local=true&limit=2&max_id=");
  }

  @Test
  void sinceAndMinBeginAPageAtDifferentEnds() {
    List<String> ids = publishNumbers(5);
    String after = ids.getFirst();

    assertThat(alice.texts(EVERYBODY + "?limit=2&since_id=" + after)).containsExactly("5", "4");
    assertThat(alice.texts(EVERYBODY + "?limit=2&min_id=" + after)).containsExactly("3", "2");
    assertThat(alice.texts(EVERYBODY + "?limit=2&max_id=" + ids.get(2))).containsExactly("2", "1");
    assertThat(alice.texts(EVERYBODY + "?max_id=%s&min_id=%s".formatted(ids.get(3), after)))
        .containsExactly("3", "2");
  }

  @Test
  void anEmptyPageHasNoLinks() {
    assertThat(Links.of(alice.send("GET", HOME)).targets()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"'',20", "?limit=41,40", "?limit=0,20", "?limit=-1,20", "?limit=x,20", "?limit=1,1"})
  void aPageIsLimited(String query, int count) {
    publishNumbers(45);

    assertThat(alice.texts(EVERYBODY + query)).hasSize(count);
  }

  @ParameterizedTest
  @ValueSource(strings = {"?max_id=x", "?since_id=", "?min_id=-5"})
  void aBoundThatIsNoIdIsNone(String query) {
    publishNumbers(2);

    assertThat(alice.texts(EVERYBODY + query)).containsExactly("2", "1");
  }

  private List<String> publishNumbers(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(number -> bob.publish(Integer.toString(number)).path("id").asText())
        .toList();
  }

  private String statusesOf(Resident resident) {
    return "/api/v1/accounts/" + resident.account().path("id").asText() + "/statuses";
  }

  private static List<String> texts(HttpResponse<String> answer) {
    return Resident.texts(Resident.json(answer));
  }
}
