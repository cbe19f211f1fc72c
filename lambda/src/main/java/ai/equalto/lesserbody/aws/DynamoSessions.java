package ai.equalto.lesserbody.aws;

import ai.equalto.lesserbody.auth.Principal;
import ai.equalto.lesserbody.call.LogLevel;
import ai.equalto.lesserbody.mcp.Revision;
import ai.equalto.lesserbody.mcp.legacy.Session;
import ai.equalto.lesserbody.mcp.legacy.Sessions;
import ai.equalto.lesserbody.mcp.legacy.SessionsUnavailableException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Sessions in a table of DynamoDB with the partition key {@link #PARTITION_KEY}: they end at once,
 * everywhere. An id is 256 random bits. Only its owner, proved in the same way as when the session
 * began, can find or end a session.
 */
public final class DynamoSessions implements Sessions {
  /** The partition key, a string. */
  public static final String PARTITION_KEY = "sessionId";

  /** The attribute by which DynamoDB is to delete expired items, in epoch seconds. */
  public static final String TTL = "ttl";

  private static final String IDENTITY = "identity";
  private static final String PRINCIPAL_TYPE = "principalType";
  private static final String REVISION = "revision";
  private static final String CLIENT_NAME = "clientName";

  private static final int ID_BYTES = 32;

  private static final String LOG_LEVEL = "logLevel";

  private static final String IS_OWN_AND_ALIVE =
      "#owner = :owner AND #type = :type AND #ttl > :now";
  private static final Map<String, String> OWNERSHIP_NAMES =
      Map.of("#owner", IDENTITY, "#type", PRINCIPAL_TYPE, "#ttl", TTL);

  /** {@link #ID_BYTES} in base64url; nothing else is worth a look-up. */
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{43}");

  private final DynamoConnection connection;
  private final String table;
  private final Duration lifetime;
  private final Clock clock;
  private final SecureRandom random;

  /**
   * @param table the name of the table
   * @param lifetime how long after its beginning a session expires, to the second
   * @param random makes ids; asked only when a session begins
   */
  public DynamoSessions(
      DynamoConnection connection,
      String table,
      Duration lifetime,
      Clock clock,
      SecureRandom random) {
    this.connection = connection;
    this.table = table;
    this.lifetime = lifetime;
    this.clock = clock;
    this.random = random;
  }

  @Override
  public String open(Principal owner, Session session) {
    byte[] bits = new byte[ID_BYTES];
    random.nextBytes(bits);
    String id = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    Map<String, AttributeValue> item = new HashMap<>(key(id));
    item.put(IDENTITY, Attributes.of(owner.identity()));
    item.put(PRINCIPAL_TYPE, Attributes.of(owner.proof().type()));
    item.put(REVISION, Attributes.of(session.revision().wire()));
    session.clientName().ifPresent(name -> item.put(CLIENT_NAME, Attributes.of(name)));
    item.put(TTL, Attributes.of(clock.instant().plus(lifetime).getEpochSecond()));
    guarded("session open", () -> connection.client().putItem(r -> r.tableName(table).item(item)));
    return id;
  }

  @Override
  public Optional<Session> find(Principal owner, String id) {
    if (!ID.matcher(id).matches()) {
      return Optional.empty();
    }
    // Consistent, for the request after initialize may come at once and on another instance.
    Map<String, AttributeValue> item =
        guarded(
            "session find",
            () ->
                connection
                    .client()
                    .getItem(r -> r.tableName(table).key(key(id)).consistentRead(true))
                    .item());
    return isOf(owner, item) && isAlive(item) ? session(item) : Optional.empty();
  }

  @Override
  public Ending end(Principal owner, String id) {
    return ID.matcher(id).matches()
        ? guarded("session end", () -> delete(owner, id))
        : Ending.UNKNOWN;
  }

  @Override
  public boolean keepLogLevels() {
    return true;
  }

  @Override
  public void keepLogLevel(Principal owner, String id, LogLevel level) {
    if (ID.matcher(id).matches()) {
      guarded("session log level", () -> update(owner, id, level));
    }
  }

  private boolean update(Principal owner, String id, LogLevel level) {
    Map<String, AttributeValue> values = new HashMap<>(ownership(owner));
    values.put(":level", Attributes.of(level.wire()));
    try {
      connection
          .client()
          .updateItem(r ->
              r.tableName(table)
                  .key(key(id))
                  .updateExpression("SET " + LOG_LEVEL + " = :level")
                  .conditionExpression(IS_OWN_AND_ALIVE)
                  .expressionAttributeNames(OWNERSHIP_NAMES)
                  .expressionAttributeValues(values));
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  private Map<String, AttributeValue> ownership(Principal owner) {
    return Map.of(
        ":owner", Attributes.of(owner.identity()),
        ":type", Attributes.of(owner.proof().type()),
        ":now", Attributes.of(clock.instant().getEpochSecond()));
  }

  private Ending delete(Principal owner, String id) {
    try {
      connection
          .client()
          .deleteItem(r ->
              r.tableName(table)
                  .key(key(id))
                  .conditionExpression(IS_OWN_AND_ALIVE)
                  .expressionAttributeNames(OWNERSHIP_NAMES)
                  .expressionAttributeValues(ownership(owner)));
      return Ending.ENDED;
    } catch (ConditionalCheckFailedException e) {
      return Ending.UNKNOWN;
    }
  }

  private static boolean isOf(Principal owner, Map<String, AttributeValue> item) {
    return Attributes.text(item, IDENTITY).equals(Optional.of(owner.identity()))
        && Attributes.text(item, PRINCIPAL_TYPE).equals(Optional.of(owner.proof().type()));
  }

  private boolean isAlive(Map<String, AttributeValue> item) {
    long now = clock.instant().getEpochSecond();
    return Attributes.expiry(item, TTL).filter(ttl -> ttl.getEpochSecond() > now).isPresent();
  }

  private static Optional<Session> session(Map<String, AttributeValue> item) {
    return Attributes.text(item, REVISION)
        .flatMap(Revision::of)
        .filter(revision -> !revision.isStateless())
        .map(revision ->
            new Session(
                revision,
                Attributes.text(item, CLIENT_NAME),
                Attributes.text(item, LOG_LEVEL).flatMap(LogLevel::of)));
  }

  private static Map<String, AttributeValue> key(String id) {
    return Map.of(PARTITION_KEY, Attributes.of(id));
  }

  private static <T> T guarded(String operation, Supplier<T> call) {
    try {
      return call.get();
    } catch (SdkException e) {
      DynamoFault.log(operation, e);
      throw new SessionsUnavailableException(e);
    }
  }
}
