package ai.equalto.lesserbody.aws;

import ai.equalto.lesserbody.mcp.SpentStates;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Keeps what was used up in the table of sessions, whose ids can never be the same. */
public final class DynamoSpentStates implements SpentStates {
  private static final String PREFIX = "spent#";

  private final DynamoConnection connection;
  private final String table;
  private final Clock clock;

  /**
   * @param table the name of the table of sessions
   */
  public DynamoSpentStates(DynamoConnection connection, String table, Clock clock) {
    this.connection = connection;
    this.table = table;
    this.clock = clock;
  }

  @Override
  public Spending spend(String id, Duration memory) {
    Map<String, AttributeValue> item =
        Map.of(
            DynamoSessions.PARTITION_KEY,
            Attributes.of(PREFIX + id),
            DynamoSessions.TTL,
            Attributes.of(clock.instant().plus(memory).getEpochSecond() + 1));
    try {
      connection
          .client()
          .putItem(r ->
              r.tableName(table)
                  .item(item)
                  .conditionExpression("attribute_not_exists(#id)")
                  .expressionAttributeNames(Map.of("#id", DynamoSessions.PARTITION_KEY)));
      return Spending.SPENT;
    } catch (ConditionalCheckFailedException e) {
      return Spending.SPENT_BEFORE;
    } catch (SdkException e) {
      DynamoFault.log("spend", e);
      return Spending.UNAVAILABLE;
    }
  }
}
