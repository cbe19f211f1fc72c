package ai.equalto.lesserbody.local.dynamo;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * Creates the tables of the deployed system in an embedded DynamoDB, with the same keys, and those
 * of what stands in for the rest of the world.
 */
public final class Tables implements AutoCloseable {
  private static final String TTL_ATTRIBUTE = "ttl";

  private final DynamoDbClient dynamo;

  /**
   * @param embedded the endpoint of an {@link EmbeddedDynamo}; never that of AWS
   */
  public Tables(URI embedded) {
    this.dynamo = EmbeddedClient.of(embedded);
  }

  /** Creates the table of memories, unless there is one of that name. */
  public void ensureMemory(String name) {
    ensure(name, List.of("PK", "SK"));
  }

  /** Creates the table of sessions, unless there is one of that name. */
  public void ensureSessions(String name) {
    ensure(name, List.of("sessionId"));
  }

  /** Creates the table of revocations, unless there is one of that name. */
  public void ensureRevocations(String name) {
    ensure(name, List.of("id"));
  }

  /** Creates the table of what callers asked for, unless there is one of that name. */
  public void ensureRates(String name) {
    ensure(name, List.of("id"));
  }

  /** Creates the table of the Lesser instance, unless there is one of that name. */
  public void ensureInstance(String name) {
    ensure(name, List.of("PK", "SK"));
  }

  private void ensure(String name, List<String> keys) {
    if (dynamo.listTablesPaginator().tableNames().stream().anyMatch(name::equals)) {
      return;
    }
    dynamo.createTable(table ->
        table
            .tableName(name)
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .attributeDefinitions(keys.stream().map(Tables::text).toList())
            .keySchema(schema(keys)));
    dynamo.updateTimeToLive(change ->
        change
            .tableName(name)
            .timeToLiveSpecification(ttl -> ttl.attributeName(TTL_ATTRIBUTE).enabled(true)));
  }

  private static AttributeDefinition text(String key) {
    return AttributeDefinition.builder()
        .attributeName(key)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static List<KeySchemaElement> schema(List<String> keys) {
    Stream<KeySchemaElement> hash = Stream.of(element(keys.getFirst(), KeyType.HASH));
    return Stream.concat(hash, keys.stream().skip(1).map(key -> element(key, KeyType.RANGE)))
        .toList();
  }

  private static KeySchemaElement element(String key, KeyType type) {
    return KeySchemaElement.builder().attributeName(key).keyType(type).build();
  }

  @Override
  public void close() {
    dynamo.close();
  }
}
