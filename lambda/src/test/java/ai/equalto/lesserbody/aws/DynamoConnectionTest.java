package ai.equalto.lesserbody.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class DynamoConnectionTest {
  private static final Map<String, String> KEYS =
      Map.of("AWS_ACCESS_KEY_ID", "id", "AWS_SECRET_ACCESS_KEY", "secret");

  @Test
  void buildsOneClientForAllThreads() {
    DynamoConnection connection = DynamoConnection.of(with("AWS_REGION", "eu-central-1"));
    DynamoDbClient first = connection.client();
    assertThat(connection.client()).isSameAs(first);
  }

  @Test
  void needsARegion() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DynamoConnection.of(KEYS))
        .withMessageContaining("AWS_REGION");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "/path", "not a url"})
  void needsAUrlForAnEndpoint(String endpoint) {
    Map<String, String> environment = with("AWS_REGION", "eu-central-1");
    environment.put("AWS_ENDPOINT_URL_DYNAMODB", endpoint);
    assertThatIllegalArgumentException().isThrownBy(() -> DynamoConnection.of(environment));
  }

  @Test
  void aCallThatIsNotAnsweredIsGivenUpInTime() {
    var configured =
        DynamoConnection.of(with("AWS_REGION", "eu-central-1"))
            .client()
            .serviceClientConfiguration()
            .overrideConfiguration();
    assertThat(configured.apiCallTimeout()).contains(Duration.ofSeconds(8));
    assertThat(configured.apiCallAttemptTimeout()).contains(Duration.ofSeconds(3));
    assertThat(configured.retryStrategy().orElseThrow().maxAttempts()).isEqualTo(3);
  }

  @Test
  void takesTheKeysOfTheEnvironment() {
    assertThat(Credentials.of(KEYS).resolveCredentials())
        .isEqualTo(AwsBasicCredentials.create("id", "secret"));
  }

  @Test
  void takesTheSessionTokenOfTheEnvironment() {
    assertThat(Credentials.of(with("AWS_SESSION_TOKEN", "token")).resolveCredentials())
        .isEqualTo(AwsSessionCredentials.create("id", "secret", "token"));
  }

  @Test
  void asksTheEndpointOfARestoredFunction() {
    assertThat(
            Credentials.of(Map.of("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://127.0.0.1:9001")))
        .isInstanceOf(ContainerCredentialsProvider.class);
  }

  @Test
  void looksAroundOtherwise() {
    assertThat(Credentials.of(Map.of("AWS_ACCESS_KEY_ID", "id")))
        .isInstanceOf(DefaultCredentialsProvider.class);
  }

  private static Map<String, String> with(String name, String value) {
    Map<String, String> environment = new HashMap<>(KEYS);
    environment.put(name, value);
    return environment;
  }
}
