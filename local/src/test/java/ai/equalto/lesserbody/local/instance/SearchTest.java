package ai.equalto.lesserbody.local.instance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {
  private static final String SEARCH = "/api/v2/search?q=";

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
  void findsAccountsStatusesAndHashtagsAtOnce() {
    bob.publish("Where is Bob? #bobsled");
    JsonNode found = alice.get(SEARCH + "bob");

    assertThat(found.path("accounts").findValuesAsText("acct")).containsExactly("bob");
    assertThat(Resident.texts(found.path("statuses"))).containsExactly("Where is Bob? #bobsled");
    assertThat(found.path("hashtags").findValuesAsText("name")).containsExactly("bobsled");
  }

  @ParameterizedTest
  @ValueSource(strings = {"accounts", "statuses", "hashtags"})
  void findsOneTypeAlone(String type) {
    bob.publish("Where is Bob? #bobsled");
    JsonNode found = alice.get(SEARCH + "bob&type=" + type);

    found.forEachEntry(
        (name, results) -> assertThat(results).as(name).hasSize(name.equals(type) ? 1 : 0));
    assertThat(found).hasSize(3);
  }

  @Test
  void findsAllWordsWhereverTheyStand() {
    bob.publish("The sea was calm");
    bob.publish("The sea");

    assertThat(texts("CALM%20sea")).containsExactly("The sea was calm");
  }

  @Test
  void findsOnlyWhatTheCallerMaySee() {
    bob.publish("sea, private", "private");
    bob.publish("sea, @alice", "direct");
    bob.publish("sea", "direct");

    assertThat(texts("sea")).containsExactly("sea, @alice");
  }

  @Test
  void anOffsetSkipsResultsOfAType() {
    for (String text : new String[] {"sea 1", "sea 2", "sea 3"}) {
      bob.publish(text);
    }

    assertThat(texts("sea&type=statuses&offset=1&limit=1")).containsExactly("sea 2");
    assertThat(texts("sea&offset=1")).hasSize(3);
  }

  @Test
  void findsAnAccountByItsFullName() {
    JsonNode found = alice.get(SEARCH + "@bob@" + town.instance.url().getAuthority());

    assertThat(found.path("accounts").findValuesAsText("acct")).containsExactly("bob");
  }

  @Test
  void refusesToSearchForNothing() {
    assertThat(alice.send("GET", SEARCH + "%20").statusCode()).isEqualTo(400);
  }

  private List<String> texts(String query) {
    return Resident.texts(alice.get(SEARCH + query).path("statuses"));
  }
}
