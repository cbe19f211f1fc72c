package ai.equalto.lesserbody.aws;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The one client of DynamoDB, built when it is first needed and then shared by all threads. A call
 * through it ends, well or not, within {@link ClientDefaults#CALL_TIMEOUT}.
 */
public final class DynamoConnection {
  private final String region;
  private final Optional<URI> endpoint;
  private final Map<String, String> environment;
  private volatile DynamoDbClient client;

  /**
   * Connects to nothing yet.
   *
   * @param region the name of the region, such as {@code eu-central-1}
   * @param endpoint another DynamoDB than that of the region
   * @param environment where the {@link Credentials} are looked for
   */
  public DynamoConnection(String region, Optional<URI> endpoint, Map<String, String> environment) {
    this.region = region;
    this.endpoint = endpoint;
    this.environment = environment;
  }

  /** The client. */
  DynamoDbClient client() {
    DynamoDbClient known = client;
    return known != null ? known : connect();
  }

  private synchronized DynamoDbClient connect() {
    if (client == null) {
      client = new ClientDefaults(region, endpoint, environment).dynamo();
    }
    return client;
  }
}
