package ai.equalto.lesserbody.local.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;

class EmbeddedDynamoTest {
  private static final Map<String, AttributeValue> SESSION =
      Map.of("sessionId", AttributeValue.fromS("s1"));

  @TempDir private Path temp;

  @Test
  void createsTheTablesOfTheDeployedSystem() throws Exception {
    try (EmbeddedDynamo dynamo = EmbeddedDynamo.inMemory();
        Tables tables = new Tables(dynamo.endpoint());
        DynamoDbClient client = client(dynamo)) {
      tables.ensureMemory("memory");
      tables.ensureMemory("memory");
      tables.ensureSessions("sessions");

      assertThat(keys(client, "memory")).isEqualTo("PK HASH, SK RANGE");
      assertThat(keys(client, "sessions")).isEqualTo("sessionId HASH");
      for (String name : new String[] {"memory", "sessions"}) {
        assertThat(
                client
                    .describeTimeToLive(table -> table.tableName(name))
                    .timeToLiveDescription()
                    .attributeName())
            .isEqualTo("ttl");
      }
    }
  }

  @Test
  void keepsItsDataFromOneStartToTheNext() throws Exception {
    try (EmbeddedDynamo dynamo = EmbeddedDynamo.storingIn(temp);
        Tables tables = new Tables(dynamo.endpoint());
        DynamoDbClient client = client(dynamo)) {
      tables.ensureSessions("sessions");
      client.putItem(put -> put.tableName("sessions").item(SESSION));
    }
    try (EmbeddedDynamo dynamo = EmbeddedDynamo.storingIn(temp);
        Tables tables = new Tables(dynamo.endpoint());
        DynamoDbClient client = client(dynamo)) {
      tables.ensureSessions("sessions");

      assertThat(client.getItem(get -> get.tableName("sessions").key(SESSION)).item())
          .isEqualTo(SESSION);
    }
  }

  @Test
  void refusesADirectoryThatIsInUse() throws Exception {
    try (EmbeddedDynamo dynamo = EmbeddedDynamo.storingIn(temp)) {
      assertThat(dynamo.endpoint().getHost()).isEqualTo("127.0.0.1");
      assertThatThrownBy(() -> EmbeddedDynamo.storingIn(temp).close())
          .isInstanceOf(DataInUseException.class)
          .hasMessageContaining("in use by another server");
    }
  }

  private static String keys(DynamoDbClient client, String name) {
    return String.join(
        ", ",
        client.describeTable(table -> table.tableName(name)).table().keySchema().stream()
            .map(EmbeddedDynamoTest::describe)
            .toList());
  }

  private static String describe(KeySchemaElement key) {
    return key.attributeName() + " " + key.keyTypeAsString();
  }

  private static DynamoDbClient client(EmbeddedDynamo dynamo) {
    return DynamoDbClient.builder()
        .endpointOverride(dynamo.endpoint())
        .region(Region.EU_WEST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("other", "other")))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }
}
