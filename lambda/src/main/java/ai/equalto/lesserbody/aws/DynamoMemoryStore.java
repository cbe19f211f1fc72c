package ai.equalto.lesserbody.aws;

import ai.equalto.lesserbody.auth.Principal;
import ai.equalto.lesserbody.memory.AppendResult;
import ai.equalto.lesserbody.memory.MemoryEvent;
import ai.equalto.lesserbody.memory.MemoryPage;
import ai.equalto.lesserbody.memory.MemorySearch;
import ai.equalto.lesserbody.memory.MemoryStore;
import ai.equalto.lesserbody.memory.MemoryUnavailableException;
import ai.equalto.lesserbody.memory.MemoryUnavailableException.Remedy;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * Memory in a table of DynamoDB with the keys {@link #PARTITION_KEY} and {@link #SORT_KEY}, one
 * item for each event, one partition for each identity. A search reads only what its times span,
 * and of that at most {@link MemoryReader#MAX_READS} times {@link MemoryReader#ITEMS_A_READ} items.
 */
public final class DynamoMemoryStore implements MemoryStore {
  /** The partition key, a string. */
  public static final String PARTITION_KEY = "PK";

  /** The sort key, a string. */
  public static final String SORT_KEY = "SK";

  /** The attribute by which DynamoDB is to delete expired items, in epoch seconds. */
  public static final String TTL = MemoryItem.TTL;

  private final DynamoConnection connection;
  private final String table;
  private final Clock clock;

  /**
   * @param table the name of the table
   * @param clock tells which events have expired
   */
  public DynamoMemoryStore(DynamoConnection connection, String table, Clock clock) {
    this.connection = connection;
    this.table = table;
    this.clock = clock;
  }

  @Override
  public AppendResult append(Principal owner, MemoryEvent event) {
    return guarded("memory append", () -> put(owner, event, clock.instant()));
  }

  @Override
  public MemoryPage find(Principal owner, MemorySearch search) {
    MemoryReader reader = new MemoryReader(table, owner, search, clock.instant());
    return guarded("memory query", () -> reader.read(connection.client(), clock));
  }

  private AppendResult put(Principal owner, MemoryEvent event, Instant now) {
    PutItemRequest request =
        PutItemRequest.builder()
            .tableName(table)
            .item(MemoryItem.write(owner, event, now))
            // DynamoDB deletes what has expired when it gets to it; until then it is in the way.
            .conditionExpression("attribute_not_exists(PK) OR (#ttl > :zero AND #ttl <= :now)")
            .expressionAttributeNames(Map.of("#ttl", TTL))
            .expressionAttributeValues(
                Map.of(":zero", Attributes.of(0), ":now", Attributes.of(now.getEpochSecond())))
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
            .build();
    try {
      connection.client().putItem(request);
      return new AppendResult(event, true);
    } catch (ConditionalCheckFailedException e) {
      return new AppendResult(MemoryItem.read(e.item()).orElseThrow(), false);
    }
  }

  private static <T> T guarded(String operation, Supplier<T> call) {
    try {
      return call.get();
    } catch (SdkException e) {
      throw new MemoryUnavailableException(
          switch (DynamoFault.log(operation, e)) {
            case PASSING -> Remedy.RETRY;
            case LASTING -> Remedy.OPERATOR;
          },
          e);
    }
  }
}
