package ai.equalto.lesserbody.aws;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.defaultsmode.DefaultsMode;
import software.amazon.awssdk.awscore.endpoints.AccountIdEndpointMode;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * What every client of AWS is built with: where, as whom, and how long it may take. Alone knows how
 * they are built, so that the classes for it are loaded with the first client.
 */
final class ClientDefaults {
  /** How long one call may take, its retries included. */
  static final Duration CALL_TIMEOUT = Duration.ofSeconds(8);

  /** The same for what every request waits for before anything else is done. */
  static final Duration GUARD_TIMEOUT = Duration.ofSeconds(2);

  /** How long one attempt may take. */
  static final Duration ATTEMPT_TIMEOUT = Duration.ofSeconds(3);

  /** How long it may take to connect. */
  static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);

  /** How long the connection may be silent. */
  static final Duration READ_TIMEOUT = Duration.ofMillis(2500);

  /** How many times a call is tried. */
  static final int MAX_ATTEMPTS = 3;

  private final String region;
  private final Optional<URI> endpoint;
  private final Map<String, String> environment;

  ClientDefaults(String region, Optional<URI> endpoint, Map<String, String> environment) {
    this.region = region;
    this.endpoint = endpoint;
    this.environment = environment;
  }

  DynamoDbClient dynamo() {
    return on(DynamoDbClient.builder())
        .endpointDiscoveryEnabled(false)
        // An endpoint of its own for each account would pass by a gateway endpoint's policy.
        .accountIdEndpointMode(AccountIdEndpointMode.DISABLED)
        .build();
  }

  SecretsManagerClient secrets() {
    return on(SecretsManagerClient.builder()).build();
  }

  private <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> B on(B builder) {
    builder
        .region(Region.of(region))
        .credentialsProvider(Credentials.of(environment))
        .httpClientBuilder(
            UrlConnectionHttpClient.builder()
                .connectionTimeout(CONNECT_TIMEOUT)
                .socketTimeout(READ_TIMEOUT))
        .defaultsMode(DefaultsMode.IN_REGION)
        .overrideConfiguration(overrides());
    endpoint.ifPresent(builder::endpointOverride);
    return builder;
  }

  /** For one call that may take no longer than this, its retries included. */
  static AwsRequestOverrideConfiguration within(Duration limit) {
    return AwsRequestOverrideConfiguration.builder()
        .apiCallTimeout(limit)
        .apiCallAttemptTimeout(limit.multipliedBy(3).dividedBy(4))
        .build();
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
