package ai.equalto.lesserbody.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.dynamodbv2.local.main.ServerRunner;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * A real DynamoDB in this JVM, in memory, on a free port of the loopback interface; one for all
 * tests, with the tables of the function. Its own deletion of expired items is off: tests have
 * clocks of their own.
 */
public final class LocalDynamo {
  /** The table for memory. */
  public static final String MEMORY_TABLE = "memory";

  /** The table for sessions. */
  public static final String SESSION_TABLE = "sessions";

  /** The table for revocations. */
  public static final String REVOCATION_TABLE = "revocations";

  /** The table for limits. */
  public static final String RATE_TABLE = "rates";

  private final int port;
  private final DynamoConnection connection;

  private LocalDynamo(int port) {
    this.port = port;
    this.connection = connection(port);
  }

  private static final class Holder {
    private static final LocalDynamo SHARED = start();
  }

  /** The one of this JVM, started when first asked for. */
  public static LocalDynamo shared() {
    return Holder.SHARED;
  }

  /** The environment of a function whose DynamoDB listens on a port here. */
  public static Map<String, String> environment(int port) {
    return Map.of(
        "AWS_REGION", "eu-central-1",
        "AWS_ACCESS_KEY_ID", "local",
        "AWS_SECRET_ACCESS_KEY", "local",
        "AWS_ENDPOINT_URL_DYNAMODB", "http://127.0.0.1:" + port);
  }

  /** The environment of a function that uses it. */
  public Map<String, String> environment() {
    return environment(port);
  }

  /** A port that nothing listens on. */
  public static int closedPort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException("no free port", e);
    }
  }

  /** A connection to a port of this machine. */
  public static DynamoConnection connection(int port) {
    return new DynamoConnection(
        "eu-central-1", Optional.of(URI.create("http://127.0.0.1:" + port)), environment(port));
  }

  /** A connection to it. */
  public DynamoConnection connection() {
    return connection;
  }

  void put(String table, Map<String, AttributeValue> item) {
    connection.client().putItem(request -> request.tableName(table).item(item));
  }

  Map<String, AttributeValue> get(String table, Map<String, AttributeValue> key) {
    return connection.client().getItem(request -> request.tableName(table).key(key)).item();
  }

  /** Deletes an item of a table with one key, as DynamoDB does when it has expired. */
  public void delete(String table, String name, String key) {
    connection
        .client()
        .deleteItem(request -> request.tableName(table).key(Map.of(name, Attributes.of(key))));
  }

  private void create(String table, String... keys) {
    KeyType[] types = {KeyType.HASH, KeyType.RANGE};
    KeySchemaElement[] schema = new KeySchemaElement[keys.length];
    AttributeDefinition[] attributes = new AttributeDefinition[keys.length];
    for (int i = 0; i < keys.length; i++) {
      schema[i] = KeySchemaElement.builder().attributeName(keys[i]).keyType(types[i]).build();
      attributes[i] =
          AttributeDefinition.builder()
              .attributeName(keys[i])
              .attributeType(ScalarAttributeType.S)
              .build();
    }
    CreateTableRequest request =
        CreateTableRequest.builder()
            .tableName(table)
            .keySchema(schema)
            .attributeDefinitions(attributes)
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .build();
    try {
      connection.client().createTable(request);
    } catch (ResourceInUseException e) {
      // On a busy machine the first attempt may be given up, and still create the table.
      assertThat(connection.client().listTables().tableNames()).contains(table);
    }
  }

  private static LocalDynamo start() {
    int port = closedPort();
    String[] arguments = {
      "-inMemory", "-sharedDb", "-disableTelemetry", "-port", Integer.toString(port)
    };
    try {
      ServerRunner.createServerFromCommandLineArgs(arguments).start();
      LocalDynamo started = new LocalDynamo(port);
      started.create(MEMORY_TABLE, DynamoMemoryStore.PARTITION_KEY, DynamoMemoryStore.SORT_KEY);
      started.create(SESSION_TABLE, DynamoSessions.PARTITION_KEY);
      started.create(REVOCATION_TABLE, DynamoRevocations.PARTITION_KEY);
      started.create(RATE_TABLE, DynamoTallies.PARTITION_KEY);
      return started;
    } catch (Exception e) {
      throw new IllegalStateException("DynamoDB Local does not start", e);
    }
  }
}
