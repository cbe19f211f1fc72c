package ai.equalto.lesserbody.local.dynamo;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A client of an embedded DynamoDB, with credentials that are good for nothing else. */
public final class EmbeddedClient {
  private EmbeddedClient() {}

  /**
   * A new client, for its caller to close.
   *
   * @param embedded the endpoint of an {@link EmbeddedDynamo}; never that of AWS
   */
  public static DynamoDbClient of(URI embedded) {
    return DynamoDbClient.builder()
        .endpointOverride(embedded)
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }
}
