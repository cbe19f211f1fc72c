package ai.equalto.lesserbody.aws;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.awscore.endpoints.AccountIdEndpointMode;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The one client of DynamoDB, built when it is first needed and then shared by all threads. A call
 * through it ends, well or not, within {@link ClientDefaults#CALL_TIMEOUT}.
 */
public final class DynamoConnection {
  private final ClientDefaults defaults;
  private volatile DynamoDbClient client;

  /**
   * Connects to nothing yet.
   *
   * @param region the name of the region, such as {@code eu-central-1}
   * @param endpoint another DynamoDB than that of the region
   * @param environment where the {@link Credentials} are looked for
   */
  public DynamoConnection(String region, Optional<URI> endpoint, Map<String, String> environment) {
    this.defaults = new ClientDefaults(region, endpoint, environment);
  }

  /** The client. */
  DynamoDbClient client() {
    DynamoDbClient known = client;
    return known != null ? known : connect();
  }

  private synchronized DynamoDbClient connect() {
    if (client == null) {
      client =
          defaults
              .on(DynamoDbClient.builder())
              .endpointDiscoveryEnabled(false)
              // An endpoint of its own for each account would pass by a gateway endpoint's policy.
              .accountIdEndpointMode(AccountIdEndpointMode.DISABLED)
              .build();
    }
    return client;
  }
}
