package ai.equalto.lesserbody.local.instance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotificationsTest {
  private static final String NOTIFICATIONS = "/api/v1/notifications";

  private Town town;
  private Resident alice;
  private Resident bob;
  private JsonNode post;

  /** Everything that can happen to alice happens. */
  @BeforeEach
  void open() throws IOException {
    town = new Town();
    alice = town.as("alice");
    bob = town.as("bob");
    post = alice.publish("post");
    bob.follow(alice);
    bob.act("favourite", post);
    bob.act("reblog", post);
    bob.publish("@alice hello");
  }

  @AfterEach
  void close() {
    town.close();
  }

  @Test
  void tellsWhatOthersDo() {
    JsonNode notifications = alice.get(NOTIFICATIONS);

    assertThat(types(notifications)).containsExactly("mention", "reblog", "favourite", "follow");
    assertThat(notifications).allMatch(n -> n.at("/account/acct").asText().equals("bob"));
    assertThat(notifications.at("/0/status/content").asText()).contains("hello");
    assertThat(notifications.at("/1/status/id")).isEqualTo(post.path("id"));
    assertThat(notifications.at("/2/status/id")).isEqualTo(post.path("id"));
    assertThat(notifications.at("/3/status").isMissingNode()).isTrue();
    assertThat(notifications.at("/0/created_at").asText()).isEqualTo("2026-07-28T12:00:00.000Z");
    assertThat(bob.get(NOTIFICATIONS)).isEmpty();
  }

  @Test
  void tellsNothingTwiceAndNothingOfOneself() {
    bob.follow(alice);
    bob.act("favourite", post);
    bob.act("reblog", post);
    alice.act("favourite", post);
    alice.publish("@alice, do not forget");

    assertThat(alice.get(NOTIFICATIONS)).hasSize(4);
  }

  @Test
  void forgetsWhatIsTakenBack() {
    bob.act("unfavourite", post);
    bob.act("unreblog", post);
    bob.post("/api/v1/accounts/" + alice.account().path("id").asText() + "/unfollow");

    assertThat(types(alice.get(NOTIFICATIONS))).containsExactly("mention");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "?types[]=mention&types[]=follow | mention,follow",
        "?exclude_types[]=mention&exclude_types[]=follow | reblog,favourite",
        "?types[]=mention&exclude_types[]=mention | ''",
        "?types[]=poll | ''",
        "?limit=1 | mention"
      })
  void canBeNarrowed(String query, String types) {
    String encoded = query.replace("[]", "%5B%5D");

    assertThat(String.join(",", types(alice.get(NOTIFICATIONS + encoded)))).isEqualTo(types);
  }

  @Test
  void comeInPagesThatKeepTheirTypes() {
    HttpResponse<String> first =
        alice.send("GET", NOTIFICATIONS + "?exclude_types%5B%5D=reblog&limit=2");
    HttpResponse<String> second = alice.send("GET", Links.of(first).path("next"));

    assertThat(types(Resident.json(first))).containsExactly("mention", "favourite");
    assertThat(types(Resident.json(second))).containsExactly("follow");
    String newest = Resident.json(first).at("/0/id").asText();
    assertThat(alice.get(NOTIFICATIONS + "?since_id=" + newest)).isEmpty();
  }

  @Test
  void oneCanBeReadByItsRecipientAlone() {
    JsonNode notification = alice.get(NOTIFICATIONS).get(0);
    String path = NOTIFICATIONS + "/" + notification.path("id").asText();

    assertThat(alice.get(path)).isEqualTo(notification);
    assertThat(bob.send("GET", path).body()).isEqualTo("{\"error\":\"Record not found\"}");
  }

  private static List<String> types(JsonNode notifications) {
    return notifications.valueStream().map(n -> n.path("type").asText()).toList();
  }
}
