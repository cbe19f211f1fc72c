package ai.equalto.lesserbody.local.instance;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.local.dynamo.EmbeddedClient;
import ai.equalto.lesserbody.local.dynamo.EmbeddedDynamo;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class ShelfTest {
  private static final String HOME = "/api/v1/timelines/home";
  private static final String NOTIFICATIONS = "/api/v1/notifications";

  private EmbeddedDynamo dynamo;

  @BeforeEach
  void open() throws IOException {
    dynamo = EmbeddedDynamo.inMemory();
  }

  @AfterEach
  void close() throws IOException {
    dynamo.close();
  }

  @Test
  void knowsEverythingAfterARestart() throws IOException {
    JsonNode account;
    JsonNode home;
    JsonNode notifications;
    try (Town town = town()) {
      Resident bob = town.as("bob");
      Resident alice = town.as("alice");
      bob.follow(alice);
      JsonNode post = alice.publish("Hello, @bob");
      bob.act("reblog", post);
      bob.act("favourite", post);
      bob.reply("@alice hi", post);
      alice.send(
          "PATCH",
          "/api/v1/accounts/update_credentials",
          Resident.FORM,
          "note=Hi&avatar=http%3A%2F%2Fa.example");
      account = withoutUrls(alice.account());
      home = withoutUrls(bob.get(HOME));
      notifications = withoutUrls(alice.get(NOTIFICATIONS));
    }
    try (Town town = town()) {
      assertThat(withoutUrls(town.as("alice").account())).isEqualTo(account);
      assertThat(withoutUrls(town.as("bob").get(HOME))).isEqualTo(home).hasSize(3);
      assertThat(withoutUrls(town.as("alice").get(NOTIFICATIONS)))
          .isEqualTo(notifications)
          .hasSize(4);
    }
  }

  @Test
  void forgetsWhatWasDeletedAndUsesNoIdTwice() throws IOException {
    String kept;
    try (Town town = town()) {
      Resident alice = town.as("alice");
      JsonNode gone = alice.publish("gone");
      kept = alice.publish("kept").path("id").asText();
      alice.send("DELETE", Resident.path(gone));
    }
    try (Town town = town()) {
      Resident alice = town.as("alice");

      assertThat(alice.texts(HOME)).containsExactly("kept");
      assertThat(alice.publish("next").path("id").asText()).isGreaterThan(kept);
    }
  }

  @Test
  void beginsAnewWithoutItsTable() throws IOException {
    try (Town town = town()) {
      town.as("alice").publish("gone");
    }
    try (DynamoDbClient client = EmbeddedClient.of(dynamo.endpoint())) {
      client.deleteTable(table -> table.tableName(DynamoShelf.TABLE));
    }
    try (Town town = town()) {
      assertThat(town.as("alice").texts(HOME)).isEmpty();
    }
  }

  private Town town() throws IOException {
    return new Town(Shelf.inDynamo(dynamo.endpoint()), InstanceSettings.USUAL_REQUESTS);
  }

  /** The port is another one at each start. */
  private static JsonNode withoutUrls(JsonNode json) {
    return Resident.parse(json.toString().replaceAll("127\\.0\\.0\\.1:\\d+", "here"));
  }
}
