package ai.equalto.lesserbody.aws;

import ai.equalto.lesserbody.limit.Quota;
import ai.equalto.lesserbody.limit.Tally;
import ai.equalto.lesserbody.limit.TallyStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Tallies in a table of DynamoDB with the partition key {@link #PARTITION_KEY}: an item each, with
 * its latest slot and a ring of counts, of which the one of a slot is named by its number modulo
 * their length. A tally is gone when it has expired.
 */
public final class DynamoTallies implements TallyStore {
  /** The partition key, a string. */
  public static final String PARTITION_KEY = "id";

  /** The attribute by which DynamoDB is to delete expired items, in epoch seconds. */
  public static final String TTL = "ttl";

  private static final String SLOT = "slot";

  private static final AwsRequestOverrideConfiguration SOON =
      ClientDefaults.within(ClientDefaults.GUARD_TIMEOUT);

  private final DynamoConnection connection;
  private final String table;

  /**
   * @param table the name of the table
   */
  public DynamoTallies(DynamoConnection connection, String table) {
    this.connection = connection;
    this.table = table;
  }

  @Override
  public Taken take(String key, Step step) {
    Map<String, String> names = new HashMap<>(Map.of("#slot", SLOT, "#ttl", TTL));
    Map<String, AttributeValue> values =
        new HashMap<>(
            Map.of(
                ":amount", Attributes.of(step.amount()),
                ":ttl", Attributes.of(step.expires().getEpochSecond() + 1)));
    UpdateItemRequest request =
        update(key)
            .conditionExpression(condition(step, names, values))
            .updateExpression(change(step, values))
            .expressionAttributeNames(names)
            .expressionAttributeValues(values)
            .build();
    try {
      return tally(connection.client().updateItem(request).attributes())
          .map(Taken.Yes::new)
          .orElseThrow(() -> new UnavailableException("no tally came back"));
    } catch (ConditionalCheckFailedException e) {
      return new Taken.No(e.hasItem() ? tally(e.item()) : Optional.empty());
    } catch (SdkException e) {
      throw unavailable(e);
    }
  }

  @Override
  public void giveBack(String key, long slot, long amount) {
    String count = count(slot);
    UpdateItemRequest request =
        update(key)
            .conditionExpression("#slot = :slot AND " + count + " >= :amount")
            .updateExpression("SET " + count + " = " + count + " - :amount")
            .expressionAttributeNames(Map.of("#slot", SLOT))
            .expressionAttributeValues(
                Map.of(":slot", Attributes.of(slot), ":amount", Attributes.of(amount)))
            .build();
    try {
      connection.client().updateItem(request);
    } catch (ConditionalCheckFailedException e) {
      // A later slot has begun, and what lies behind it is never written again.
    } catch (SdkException e) {
      throw unavailable(e);
    }
  }

  private static UnavailableException unavailable(SdkException e) {
    DynamoFault.log("tally", e);
    return new UnavailableException(e);
  }

  private UpdateItemRequest.Builder update(String key) {
    return UpdateItemRequest.builder()
        .tableName(table)
        .key(Map.of(PARTITION_KEY, Attributes.of(key)))
        .returnValues(ReturnValue.ALL_NEW)
        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
        .overrideConfiguration(SOON);
  }

  private static String condition(
      Step step, Map<String, String> names, Map<String, AttributeValue> values) {
    if (step.from().isEmpty()) {
      names.put("#id", PARTITION_KEY);
      return "attribute_not_exists(#id)";
    }
    long from = step.from().getAsLong();
    values.put(":from", Attributes.of(from));
    if (step.startsAnew()) {
      return "#slot = :from";
    }
    values.put(":most", Attributes.of(step.most()));
    return "#slot = :from AND " + count(from) + " <= :most";
  }

  private static String change(Step step, Map<String, AttributeValue> values) {
    String count = count(step.to());
    if (step.from().equals(OptionalLong.of(step.to()))) {
      return "SET " + count + " = " + count + " + :amount, #ttl = :ttl";
    }
    values.put(":to", Attributes.of(step.to()));
    String begun = "SET #slot = :to, " + count + " = :amount, #ttl = :ttl";
    String passed = passed(step).mapToObj(DynamoTallies::count).collect(Collectors.joining(", "));
    return passed.isEmpty() ? begun : begun + " REMOVE " + passed;
  }

  /** The slots whose places in the ring still hold what counts no longer. */
  private static LongStream passed(Step step) {
    if (step.from().isEmpty()) {
      return LongStream.empty();
    }
    return step.startsAnew()
        ? LongStream.range(step.to() - Quota.SLOTS, step.to())
        : LongStream.range(step.from().getAsLong() + 1, step.to());
  }

  private static String count(long slot) {
    return "c" + Math.floorMod(slot, Tally.LENGTH);
  }

  private static Optional<Tally> tally(Map<String, AttributeValue> item) {
    return Attributes.number(item, SLOT)
        .map(slot ->
            new Tally(
                slot,
                LongStream.range(0, Tally.LENGTH)
                    .mapToObj(age -> Attributes.number(item, count(slot - age)).orElse(0L))
                    .toList()));
  }
}
