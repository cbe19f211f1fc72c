package ai.equalto.lesserbody.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
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
    DynamoConnection connection = new DynamoConnection("eu-central-1", Optional.empty(), KEYS);
    DynamoDbClient first = connection.client();
    assertThat(connection.client()).isSameAs(first);
  }

  @Test
  void aCallThatIsNotAnsweredIsGivenUpInTime() {
    var configured =
        new DynamoConnection("eu-central-1", Optional.empty(), KEYS)
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
