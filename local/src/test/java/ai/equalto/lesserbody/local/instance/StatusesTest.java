package ai.equalto.lesserbody.local.instance;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.jsonrpc.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusesTest {
  private static final String STATUSES = "/api/v1/statuses";

  private Town town;
  private Resident alice;
  private Resident bob;

  @BeforeEach
  void open() throws IOException {
    town = new Town();
    alice = town.as("alice");
    bob = town.as("bob");
  }

  @AfterEach
  void close() {
    town.close();
  }

  @Test
  void publishesAForm() {
    JsonNode status =
        alice.post(
            STATUSES, "status=Hello&visibility=unlisted&spoiler_text=Hi&sensitive=1&language=en");

    assertThat(status.path("content").asText()).isEqualTo("<p>Hello</p>");
    assertThat(status.path("visibility").asText()).isEqualTo("unlisted");
    assertThat(status.path("spoiler_text").asText()).isEqualTo("Hi");
    assertThat(status.path("sensitive").asBoolean()).isTrue();
    assertThat(status.path("language").asText()).isEqualTo("en");
    assertThat(status.path("created_at").asText()).isEqualTo("2026-07-28T12:00:00.000Z");
    assertThat(status.at("/account/acct").asText()).isEqualTo("alice");
    assertThat(bob.get(Resident.path(status)).path("id")).isEqualTo(status.path("id"));
  }

  @Test
  void publishesJson() {
    JsonNode status =
        alice.publish(
            Json.object().put("status", "Hello").put("sensitive", false).putNull("spoiler_text"));

    assertThat(status.path("visibility").asText()).isEqualTo("public");
    assertThat(status.path("sensitive").asBoolean(true)).isFalse();
    assertThat(status.path("in_reply_to_id").isNull()).isTrue();
    assertThat(status.path("reblog").isNull()).isTrue();
    assertThat(status.path("media_attachments").isArray()).isTrue();
  }

  @Test
  void turnsTextIntoHtmlInWhichNothingIsMarkup() {
    JsonNode status =
        alice.publish(
            "<b>1 & 2</b>\r\n\"3\"\n\n\nsee https://a.example/?q='1'&b=2. #Sea @bob @nobody");
    String url = town.instance.url().toString();

    assertThat(status.path("content").asText())
        .isEqualTo(
            "<p>&lt;b&gt;1 &amp; 2&lt;/b&gt;<br />&quot;3&quot;</p><p>see "
                + "<a href=\"https://a.example/?q=&#39;1&#39;&amp;b=2\" target=\"_blank\""
                + " rel=\"nofollow noopener noreferrer\">https://a.example/?q=&#39;1&#39;&amp;b=2</a>. "
                + "<a href=\""
                + url
                + "/tags/sea\" class=\"mention hashtag\" rel=\"tag\">"
                + "#<span>Sea</span></a> "
                + "<span class=\"h-card\"><a href=\""
                + url
                + "/@bob\" class=\"u-url mention\">"
                + "@<span>bob</span></a></span> @nobody</p>");
    assertThat(status.path("mentions").findValuesAsText("acct")).containsExactly("bob");
    assertThat(status.path("tags").findValuesAsText("name")).containsExactly("sea");
  }

  @ParameterizedTest
  @CsvSource({
    "@bob, true",
    "@BOB!, true",
    "'hey,@bob.', true",
    "@bob@127.0.0.1, false",
    "me@bob, false",
    "https://a.example/@bob, false",
    "@bobby, false"
  })
  void mentionsWhomPeopleMean(String text, boolean mentioned) {
    assertThat(alice.publish(text).path("mentions").isEmpty()).isEqualTo(!mentioned);
  }

  @Test
  void mentionsByTheFullName() {
    JsonNode status = alice.publish("@bob@" + town.instance.url().getAuthority() + " hello");

    assertThat(status.path("mentions").findValuesAsText("acct")).containsExactly("bob");
  }

  @Test
  void countsFiveHundredCharactersAsAReaderDoes() {
    String family = "\uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67";

    assertThat(publish("x".repeat(500)).statusCode()).isEqualTo(200);
    assertThat(publish(family.repeat(500)).statusCode()).isEqualTo(200);
    assertThat(publish("https://a.example/" + "x".repeat(600)).statusCode()).isEqualTo(200);
    assertThat(publish("x".repeat(477) + " https://a.example/").statusCode()).isEqualTo(422);
  }

  @ParameterizedTest
  @CsvSource({
    "status=, Text can't be blank",
    "status=+%0A, Text can't be blank",
    "status=x&visibility=secret, Visibility is not included in the list",
    "status=x&media_ids[]=1, 'Media, polls and scheduling are not available on this instance'",
    "status=x&poll[options][]=1, 'Media, polls and scheduling are not available on this instance'"
  })
  void refusesWhatCannotBePublished(String form, String problem) {
    HttpResponse<String> answer = alice.send("POST", STATUSES, Resident.FORM, form);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(Resident.json(answer).path("error").asText())
        .isEqualTo("Validation failed: " + problem);
  }

  @Test
  void refusesATextThatIsTooLong() {
    assertThat(publish("x".repeat(501)).body())
        .isEqualTo("{\"error\":\"Validation failed: Text character limit of 500 exceeded\"}");
  }

  @Test
  void publishesOnceForAKey() {
    JsonNode first = withKey(alice, "key", "once");
    JsonNode second = withKey(alice, "key", "twice");
    JsonNode other = withKey(alice, "other", "other");
    JsonNode ofBob = withKey(bob, "key", "bob's");

    assertThat(second).isEqualTo(first);
    assertThat(List.of(other.path("id"), ofBob.path("id"))).doesNotContain(first.path("id"));
    assertThat(alice.texts("/api/v1/timelines/home")).containsExactly("other", "once");
  }

  @Test
  void forgetsAKeyAfterAnHour() {
    JsonNode first = withKey(alice, "key", "first");
    town.clock.advance(Duration.ofMinutes(59));
    assertThat(withKey(alice, "key", "again").path("id")).isEqualTo(first.path("id"));

    town.clock.advance(Duration.ofMinutes(1));
    assertThat(withKey(alice, "key", "again").path("id")).isNotEqualTo(first.path("id"));
  }

  @Test
  void showsAThread() {
    JsonNode root = alice.publish("root");
    JsonNode reply = bob.reply("reply", root);
    alice.reply("answer", reply);
    bob.publish(
        Json.object()
            .put("status", "between us, @bob")
            .put("visibility", "direct")
            .put("in_reply_to_id", root.path("id").asText()));
    JsonNode context = alice.get(Resident.path(reply) + "/context");

    assertThat(Resident.texts(context.path("ancestors"))).containsExactly("root");
    assertThat(Resident.texts(context.path("descendants"))).containsExactly("answer");
    assertThat(Resident.texts(alice.get(Resident.path(root) + "/context").path("descendants")))
        .containsExactly("reply", "answer");
    assertThat(reply.path("in_reply_to_id")).isEqualTo(root.path("id"));
    assertThat(reply.path("in_reply_to_account_id")).isEqualTo(root.at("/account/id"));
    assertThat(alice.get(Resident.path(root)).path("replies_count").asInt()).isEqualTo(1);
  }

  @Test
  void repliesOnlyToWhatTheAuthorMaySee() {
    JsonNode secret = alice.publish("secret", "direct");
    HttpResponse<String> answer =
        bob.send(
            "POST",
            STATUSES,
            Resident.FORM,
            "status=x&in_reply_to_id=" + secret.path("id").asText());

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("does not appear to exist");
  }

  @Test
  void deletesAStatusWithAllThatHangsOnIt() {
    JsonNode status = alice.publish("hello @bob");
    JsonNode reply = bob.reply("reply", status);
    bob.act("reblog", status);
    bob.act("favourite", status);
    HttpResponse<String> deleted = alice.send("DELETE", Resident.path(status));

    assertThat(Resident.json(deleted).path("text").asText()).isEqualTo("hello @bob");
    assertThat(alice.send("GET", Resident.path(status)).statusCode()).isEqualTo(404);
    assertThat(bob.texts("/api/v1/timelines/home")).containsExactly("reply");
    assertThat(bob.get(Resident.path(reply)).path("in_reply_to_id").isNull()).isTrue();
    assertThat(bob.get("/api/v1/notifications")).isEmpty();
    assertThat(alice.get("/api/v1/notifications")).isEmpty();
  }

  @Test
  void nobodyElseDeletesAStatus() {
    JsonNode status = alice.publish("mine");

    assertThat(bob.send("DELETE", Resident.path(status)).statusCode()).isEqualTo(404);
    assertThat(bob.get(Resident.path(status))).isEqualTo(bob.get(Resident.path(status)));
  }

  @Test
  void boostsOnceAndTakesItBack() {
    JsonNode status = alice.publish("post");
    JsonNode boost = bob.act("reblog", status);
    JsonNode again = bob.act("reblog", boost);

    assertThat(again.path("id")).isEqualTo(boost.path("id")).isNotEqualTo(status.path("id"));
    assertThat(boost.at("/reblog/id")).isEqualTo(status.path("id"));
    assertThat(boost.at("/reblog/reblogged").asBoolean()).isTrue();
    assertThat(alice.get(Resident.path(status)).path("reblogs_count").asInt()).isEqualTo(1);
    assertThat(alice.get(Resident.path(status)).path("reblogged").asBoolean()).isFalse();

    JsonNode taken = bob.act("unreblog", status);
    assertThat(taken.path("id")).isEqualTo(status.path("id"));
    assertThat(taken.path("reblogged").asBoolean(true)).isFalse();
    assertThat(taken.path("reblogs_count").asInt(-1)).isZero();
    assertThat(bob.send("GET", Resident.path(boost)).statusCode()).isEqualTo(404);
  }

  @Test
  void boostsOnlyWhatMaySpread() {
    bob.follow(alice);
    JsonNode forFriends = alice.publish("for friends", "private");
    JsonNode forBob = alice.publish("@bob", "direct");

    assertThat(bob.send("POST", Resident.path(forFriends) + "/reblog").statusCode()).isEqualTo(403);
    assertThat(bob.send("POST", Resident.path(forBob) + "/reblog").statusCode()).isEqualTo(403);
    assertThat(town.as("eve").send("POST", Resident.path(forFriends) + "/reblog").statusCode())
        .isEqualTo(404);
    assertThat(alice.act("reblog", forFriends).path("visibility").asText()).isEqualTo("private");
  }

  @Test
  void likesOnceAndTakesItBack() {
    JsonNode status = alice.publish("post");
    bob.act("favourite", status);
    JsonNode liked = bob.act("favourite", status);

    assertThat(liked.path("favourited").asBoolean()).isTrue();
    assertThat(liked.path("favourites_count").asInt()).isEqualTo(1);
    assertThat(alice.get(Resident.path(status)).path("favourited").asBoolean()).isFalse();
    assertThat(bob.act("unfavourite", status).path("favourites_count").asInt(-1)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/context", "/reblog", "/unreblog", "/favourite", "/unfavourite"})
  void anUnknownStatusIsNotFound(String action) {
    String method = action.isEmpty() || action.equals("/context") ? "GET" : "POST";

    assertThat(alice.send(method, STATUSES + "/123" + action).body())
        .isEqualTo("{\"error\":\"Record not found\"}");
    assertThat(alice.send(method, STATUSES + "/x" + action).statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> publish(String text) {
    return alice.send(
        "POST", STATUSES, Resident.JSON, Json.write(Json.object().put("status", text)));
  }

  private static JsonNode withKey(Resident author, String key, String text) {
    String body = Json.write(Json.object().put("status", text));
    return Resident.json(
        author.send("POST", STATUSES, Resident.JSON, body, "Idempotency-Key", key));
  }
}
