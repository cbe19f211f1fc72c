package ai.equalto.lesserbody.local.instance;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.jsonrpc.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountsTest {
  private static final String UPDATE = "/api/v1/accounts/update_credentials";

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
  void knowsTheSeededAgentsBeforeTheyCome() {
    assertThat(alice.get("/api/v1/accounts/lookup?acct=bob").path("username").asText())
        .isEqualTo("bob");
  }

  @Test
  void showsACallerTheOwnAccount() {
    JsonNode account = alice.account();

    assertThat(account.path("username").asText()).isEqualTo("alice");
    assertThat(account.path("acct").asText()).isEqualTo("alice");
    assertThat(account.path("created_at").asText()).isEqualTo("2026-07-28T00:00:00.000Z");
    assertThat(account.path("url").asText()).isEqualTo(town.instance.url() + "/@alice");
    assertThat(account.at("/source/privacy").asText()).isEqualTo("public");
    assertThat(account.path("followers_count").asInt(-1)).isZero();
    assertThat(account.path("last_status_at").isNull()).isTrue();
  }

  @Test
  void makesAnAccountOnFirstUse() {
    assertThat(alice.send("GET", "/api/v1/accounts/lookup?acct=carol").statusCode()).isEqualTo(404);

    String id = town.as("carol").account().path("id").asText();

    assertThat(town.as("carol").account().path("id").asText()).isEqualTo(id);
    assertThat(alice.get("/api/v1/accounts/" + id).path("acct").asText()).isEqualTo("carol");
  }

  @Test
  void takesNamesThatNobodyCanMention() {
    JsonNode account = town.as("Zoë & co/2").account();

    assertThat(account.path("url").asText()).endsWith("/@Zo%C3%AB%20%26%20co%2F2");
  }

  @Test
  void namesThatDifferInCaseAreDifferentPeople() {
    JsonNode other = town.as("Alice").account();

    assertThat(other.path("id").asText()).isNotEqualTo(alice.account().path("id").asText());
    assertThat(lookup("Alice")).isEqualTo("Alice");
    assertThat(lookup("BOB")).isEqualTo("bob");
  }

  @Test
  void looksUpFullNames() {
    assertThat(lookup("@bob")).isEqualTo("bob");
    assertThat(lookup("bob@" + town.instance.url().getAuthority())).isEqualTo("bob");
    assertThat(alice.send("GET", "/api/v1/accounts/lookup?acct=bob@elsewhere").statusCode())
        .isEqualTo(404);
  }

  @Test
  void updatesAProfileByFormAndByJson() {
    update(Resident.FORM, "display_name=Alice+%E2%98%95&note=I+read+%3Cb%3E");
    JsonNode account =
        update(Resident.JSON, Json.write(Json.object().put("avatar", "https://a.example/a.png")));

    assertThat(account.path("display_name").asText()).isEqualTo("Alice ☕");
    assertThat(account.path("note").asText()).isEqualTo("<p>I read &lt;b&gt;</p>");
    assertThat(account.at("/source/note").asText()).isEqualTo("I read <b>");
    assertThat(account.path("avatar").asText()).isEqualTo("https://a.example/a.png");
    assertThat(bob.get("/api/v1/accounts/lookup?acct=alice").path("display_name").asText())
        .isEqualTo("Alice ☕");
  }

  @Test
  void anEmptyFieldIsTakenAway() {
    update(Resident.FORM, "display_name=Alice&avatar=https%3A%2F%2Fa.example%2Fa.png");
    JsonNode account = update(Resident.FORM, "display_name=&avatar=");

    assertThat(account.path("display_name").asText()).isEmpty();
    assertThat(account.path("avatar").asText()).endsWith("/missing.png");
  }

  @ParameterizedTest
  @CsvSource({
    "display_name, 31, Display name is too long (maximum is 30 characters)",
    "note, 501, Note character limit of 500 exceeded",
    "avatar, 5, Avatar is invalid"
  })
  void refusesAProfileThatIsOutOfBounds(String field, int length, String problem) {
    HttpResponse<String> answer =
        alice.send("PATCH", UPDATE, Resident.FORM, field + "=" + "x".repeat(length));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(Resident.json(answer).path("error").asText())
        .isEqualTo("Validation failed: " + problem);
  }

  @Test
  void refusesAnAvatarThatIsNoWebPage() {
    assertThat(
            alice.send("PATCH", UPDATE, Resident.FORM, "avatar=javascript%3Aalert(1)").statusCode())
        .isEqualTo(422);
  }

  @Test
  void followsAndUnfollows() {
    String path = "/api/v1/accounts/" + id(bob);
    JsonNode followed = alice.post(path + "/follow");
    JsonNode again = alice.post(path + "/follow");

    assertThat(followed.path("following").asBoolean()).isTrue();
    assertThat(followed.path("followed_by").asBoolean()).isFalse();
    assertThat(again).isEqualTo(followed);
    assertThat(alice.get(path).path("followers_count").asInt()).isEqualTo(1);
    assertThat(alice.account().path("following_count").asInt()).isEqualTo(1);
    assertThat(alice.post(path + "/unfollow").path("following").asBoolean()).isFalse();
    assertThat(alice.get(path).path("followers_count").asInt()).isZero();
  }

  @Test
  void nobodyFollowsThemselves() {
    String path = "/api/v1/accounts/" + id(alice);

    assertThat(alice.send("POST", path + "/follow").statusCode()).isEqualTo(404);
  }

  @Test
  void tellsRelationshipsInTheOrderAsked() {
    alice.follow(bob);
    String query = "?id[]=%s&id[]=%s&id[]=1".formatted(id(bob), id(alice)).replace("[]", "%5B%5D");
    JsonNode relationships = alice.get("/api/v1/accounts/relationships" + query);

    assertThat(relationships.findValuesAsText("id")).containsExactly(id(bob), id(alice));
    assertThat(relationships.findValuesAsText("following")).containsExactly("true", "false");
    assertThat(bob.get("/api/v1/accounts/relationships?id=" + id(alice)).at("/0/followed_by"))
        .isEqualTo(Json.object().put("x", true).get("x"));
  }

  @Test
  void listsFollowersInPages() {
    for (String name : List.of("carol", "dan", "eve")) {
      town.as(name).follow(bob);
    }
    HttpResponse<String> first =
        alice.send("GET", "/api/v1/accounts/" + id(bob) + "/followers?limit=2");
    HttpResponse<String> second = alice.send("GET", Links.of(first).path("next"));

    assertThat(Resident.json(first).findValuesAsText("acct")).containsExactly("eve", "dan");
    assertThat(Resident.json(second).findValuesAsText("acct")).containsExactly("carol");
    assertThat(Links.of(second).has("next")).isFalse();
    assertThat(town.as("eve").get("/api/v1/accounts/" + id(town.as("eve")) + "/following"))
        .extracting(account -> account.path("acct").asText())
        .containsExactly("bob");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ali", "ALICE", "wonder", "@alice"})
  void searchesNamesAndDisplayNames(String q) {
    update(Resident.FORM, "display_name=Wonderland");

    assertThat(bob.get("/api/v1/accounts/search?q=" + q).findValuesAsText("acct"))
        .containsExactly("alice");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "x", "-1", "99999999999999999999"})
  void anUnknownIdIsNotFound(String id) {
    for (String rest : List.of("", "/followers", "/following", "/statuses")) {
      HttpResponse<String> answer = alice.send("GET", "/api/v1/accounts/" + id + rest);

      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.body()).isEqualTo("{\"error\":\"Record not found\"}");
    }
  }

  private JsonNode update(String type, String body) {
    HttpResponse<String> answer = alice.send("PATCH", UPDATE, type, body);
    assertThat(answer.statusCode()).isEqualTo(200);
    return Resident.json(answer);
  }

  private String lookup(String acct) {
    return alice.get("/api/v1/accounts/lookup?acct=" + acct).path("username").asText();
  }

  private static String id(Resident resident) {
    return resident.account().path("id").asText();
  }
}
