package ai.equalto.lesserbody.aws;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.awscore.defaultsmode.DefaultsMode;
import software.amazon.awssdk.awscore.endpoints.AccountIdEndpointMode;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/**
 * The one client of DynamoDB, built when it is first needed and then shared by all threads. A call
 * through it ends, well or not, within {@link #CALL_TIMEOUT}.
 */
public final class DynamoConnection {
  /** How long one call may take, its retries included. */
  static final Duration CALL_TIMEOUT = Duration.ofSeconds(8);

  /** How long one attempt may take. */
  static final Duration ATTEMPT_TIMEOUT = Duration.ofSeconds(3);

  /** How long it may take to connect. */
  static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);

  /** How long the connection may be silent. */
  static final Duration READ_TIMEOUT = Duration.ofMillis(2500);

  /** How many times a call is tried. */
  static final int MAX_ATTEMPTS = 3;

  private final Region region;
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
    this.region = Region.of(region);
    this.endpoint = endpoint;
    this.environment = new HashMap<>(environment);
    this.environment.keySet().removeIf(name -> !name.startsWith("AWS_"));
  }

  /** The client. */
  DynamoDbClient client() {
    DynamoDbClient known = client;
    return known != null ? known : connect();
  }

  private synchronized DynamoDbClient connect() {
    if (client == null) {
      DynamoDbClientBuilder builder =
          DynamoDbClient.builder()
              .region(region)
              .credentialsProvider(Credentials.of(environment))
              .httpClientBuilder(
                  UrlConnectionHttpClient.builder()
                      .connectionTimeout(CONNECT_TIMEOUT)
                      .socketTimeout(READ_TIMEOUT))
              .defaultsMode(DefaultsMode.IN_REGION)
              .endpointDiscoveryEnabled(false)
              // An endpoint of its own for each account would pass by a gateway endpoint's policy.
              .accountIdEndpointMode(AccountIdEndpointMode.DISABLED)
              .overrideConfiguration(overrides());
      endpoint.ifPresent(builder::endpointOverride);
      client = builder.build();
    }
    return client;
  }

  private static ClientOverrideConfiguration overrides() {
    return ClientOverrideConfiguration.builder()
        .apiCallTimeout(CALL_TIMEOUT)
        .apiCallAttemptTimeout(ATTEMPT_TIMEOUT)
        .retryStrategy(
            AwsRetryStrategy.standardRetryStrategy().toBuilder().maxAttempts(MAX_ATTEMPTS).build())
        // A function has no profile files; looking for them costs a cold start.
        .defaultProfileFile(ProfileFile.aggregator().build())
        .build();
  }
}
