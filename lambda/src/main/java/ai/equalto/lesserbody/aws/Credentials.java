package ai.equalto.lesserbody.aws;

import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * Where credentials come from: from {@code AWS_ACCESS_KEY_ID}, {@code AWS_SECRET_ACCESS_KEY} and
 * {@code AWS_SESSION_TOKEN} (an ordinary function), else from the endpoint that {@code
 * AWS_CONTAINER_CREDENTIALS_FULL_URI} names (a function restored by SnapStart, whose keys would be
 * those of the snapshot), else from wherever the SDK finds some (a laptop).
 */
final class Credentials {
  private Credentials() {}

  static AwsCredentialsProvider of(Map<String, String> environment) {
    String id = environment.getOrDefault("AWS_ACCESS_KEY_ID", "");
    String secret = environment.getOrDefault("AWS_SECRET_ACCESS_KEY", "");
    if (!id.isBlank() && !secret.isBlank()) {
      String token = environment.getOrDefault("AWS_SESSION_TOKEN", "");
      return StaticCredentialsProvider.create(keys(id, secret, token));
    }
    return environment.getOrDefault("AWS_CONTAINER_CREDENTIALS_FULL_URI", "").isBlank()
        ? DefaultCredentialsProvider.builder().build()
        : ContainerCredentialsProvider.create();
  }

  private static AwsCredentials keys(String id, String secret, String token) {
    return token.isBlank()
        ? AwsBasicCredentials.create(id, secret)
        : AwsSessionCredentials.create(id, secret, token);
  }
}
