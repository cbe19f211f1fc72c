package ai.equalto.lesserbody.aws;

import ai.equalto.lesserbody.auth.RevocationStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/**
 * Revocations in a table of DynamoDB with the partition key {@link #PARTITION_KEY}: an item for
 * each token and each identity, read together and consistently. Items are deleted a while after all
 * that they are of has expired by itself.
 */
public final class DynamoRevocations implements RevocationStore {
  /** The partition key, a string. */
  public static final String PARTITION_KEY = "id";

  /** The attribute by which DynamoDB is to delete expired items, in epoch seconds. */
  public static final String TTL = "ttl";

  private static final String ISSUED_BEFORE = "issuedBefore";

  /** Clocks differ, and nothing is saved by forgetting at once. */
  private static final Duration LONGER = Duration.ofMinutes(10);

  /** DynamoDB may answer with a part; what it leaves out twice is not waited for. */
  private static final int READS = 2;

  private final DynamoConnection connection;
  private final String table;
  private final AwsRequestOverrideConfiguration soon;

  /**
   * @param table the name of the table
   */
  public DynamoRevocations(DynamoConnection connection, String table) {
    this(connection, table, ClientDefaults.GUARD_TIMEOUT);
  }

  /**
   * @param patience how long one read may take
   */
  DynamoRevocations(DynamoConnection connection, String table, Duration patience) {
    this.connection = connection;
    this.table = table;
    this.soon = ClientDefaults.within(patience);
  }

  @Override
  public Entries find(String tokenId, String identity) {
    Map<String, AttributeValue> token = ofToken(tokenId);
    Map<String, AttributeValue> owner = ofIdentity(identity);
    List<Map<String, AttributeValue>> items = read(List.of(token, owner));
    return new Entries(
        item(items, token).isPresent(), item(items, owner).map(DynamoRevocations::issuedBefore));
  }

  private List<Map<String, AttributeValue>> read(List<Map<String, AttributeValue>> keys) {
    List<Map<String, AttributeValue>> items = new ArrayList<>();
    List<Map<String, AttributeValue>> left = keys;
    for (int reads = 0; reads < READS && !left.isEmpty(); reads++) {
      BatchGetItemResponse found = ask(left);
      items.addAll(found.responses().getOrDefault(table, List.of()));
      left =
          found.unprocessedKeys().values().stream().flatMap(some -> some.keys().stream()).toList();
    }
    if (!left.isEmpty()) {
      throw new UnavailableException("not all was read");
    }
    return items;
  }

  private BatchGetItemResponse ask(List<Map<String, AttributeValue>> keys) {
    KeysAndAttributes wanted = KeysAndAttributes.builder().keys(keys).consistentRead(true).build();
    return guarded(
        "revocation find",
        () ->
            connection
                .client()
                .batchGetItem(
                    r -> r.requestItems(Map.of(table, wanted)).overrideConfiguration(soon)));
  }

  private static Optional<Map<String, AttributeValue>> item(
      List<Map<String, AttributeValue>> items, Map<String, AttributeValue> key) {
    return items.stream()
        .filter(item -> key.get(PARTITION_KEY).equals(item.get(PARTITION_KEY)))
        .findFirst();
  }

  /** What cannot be read must not read as if there were nothing. */
  private static Instant issuedBefore(Map<String, AttributeValue> item) {
    return Attributes.number(item, ISSUED_BEFORE)
        .map(Instant::ofEpochMilli)
        .orElseThrow(() -> new UnavailableException("an entry is damaged"));
  }

  @Override
  public void revokeToken(String tokenId, Instant until) {
    guarded("token revocation", () -> update(tokenId, until));
  }

  private boolean update(String tokenId, Instant until) {
    try {
      connection
          .client()
          .updateItem(r ->
              r.tableName(table)
                  .key(ofToken(tokenId))
                  .updateExpression("SET #ttl = :ttl")
                  // One jti may be in two tokens, or be revoked twice; the longer life is right.
                  .conditionExpression("attribute_not_exists(#ttl) OR #ttl < :ttl")
                  .expressionAttributeNames(Map.of("#ttl", TTL))
                  .expressionAttributeValues(Map.of(":ttl", ttl(until))));
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  @Override
  public void revokeIdentity(String identity, Instant issuedBefore, Instant until) {
    guarded("identity revocation", () -> update(identity, issuedBefore, until));
  }

  private boolean update(String identity, Instant issuedBefore, Instant until) {
    // Rounded up: a millisecond more is revoked rather than one less.
    AttributeValue time = Attributes.of(issuedBefore.plusNanos(999_999).toEpochMilli());
    try {
      connection
          .client()
          .updateItem(r ->
              r.tableName(table)
                  .key(ofIdentity(identity))
                  .updateExpression("SET #before = :before, #ttl = :ttl")
                  .conditionExpression("attribute_not_exists(#before) OR #before < :before")
                  .expressionAttributeNames(Map.of("#before", ISSUED_BEFORE, "#ttl", TTL))
                  .expressionAttributeValues(Map.of(":before", time, ":ttl", ttl(until))));
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  private static AttributeValue ttl(Instant until) {
    return Attributes.of(until.plus(LONGER).getEpochSecond());
  }

  private static Map<String, AttributeValue> ofToken(String tokenId) {
    return Map.of(PARTITION_KEY, Attributes.of("token#" + tokenId));
  }

  private static Map<String, AttributeValue> ofIdentity(String identity) {
    return Map.of(PARTITION_KEY, Attributes.of("identity#" + identity));
  }

  private static <T> T guarded(String operation, Supplier<T> call) {
    try {
      return call.get();
    } catch (SdkException e) {
      DynamoFault.log(operation, e);
      throw new UnavailableException(e);
    }
  }
}
