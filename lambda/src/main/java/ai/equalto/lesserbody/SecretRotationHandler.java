package ai.equalto.lesserbody;

import ai.equalto.lesserbody.audit.AuditEvent;
import ai.equalto.lesserbody.audit.AuditLog;
import ai.equalto.lesserbody.aws.SecretRotation;
import ai.equalto.lesserbody.aws.SecretRotation.Step;
import ai.equalto.lesserbody.aws.SecretRotationException;
import ai.equalto.lesserbody.aws.SecretsConnection;
import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.JsonSyntaxException;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The other door: what Secrets Manager calls for each step of a rotation. A function of its own,
 * which may do nothing but rotate the one secret that {@code JWT_SECRET_ARN} names.
 */
public final class SecretRotationHandler implements RequestStreamHandler {
  private final String secret;
  private final SecretRotation rotation;
  private final AuditLog audit;

  /** What the Lambda runtime calls: settings come from the environment. */
  public SecretRotationHandler() {
    this(System.getenv(), Clock.systemUTC(), new StandardOutput());
  }

  /**
   * A function with these settings.
   *
   * @param log takes each line that it logs
   * @throws ConfigException if a setting is missing or malformed
   */
  public SecretRotationHandler(Map<String, String> environment, Clock clock, Consumer<String> log) {
    SettingReader settings = new SettingReader(environment);
    this.secret = settings.required(Setting.JWT_SECRET_ARN);
    String region = settings.required(Setting.AWS_REGION);
    var endpoint = settings.url(Setting.AWS_ENDPOINT_URL_SECRETS_MANAGER);
    settings.failOnProblems();
    this.rotation =
        new SecretRotation(
            new SecretsConnection(region, endpoint, environment), secret, new SecureRandom());
    this.audit =
        new AuditLog(
            log, clock, environment.getOrDefault(LambdaEnvironment.FUNCTION_NAME, "local"));
  }

  /**
   * Does one step. To end without an exception is to say that it is done.
   *
   * @throws IllegalArgumentException if this is no step of a rotation of the secret
   * @throws IllegalStateException if the step cannot be done; the current secret is what it was
   */
  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    JsonNode event = read(input.readAllBytes());
    String version = event.path("ClientRequestToken").asText("");
    String asked = event.path("Step").asText("");
    Step step =
        Arrays.stream(Step.values())
            .filter(known -> known.name().equals(asked))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("not a step of a rotation"));
    if (version.isEmpty() || !secret.equals(event.path("SecretId").asText(""))) {
      throw new IllegalArgumentException("not a rotation of the secret of JWT_SECRET_ARN");
    }
    try {
      if (!rotation.isStaged(version)) {
        throw new IllegalStateException("Secrets Manager has not begun a rotation to " + version);
      }
      String did = rotation.step(step, version).name();
      audit.record(new AuditEvent.RotationStep(secret, version, step.name(), did));
    } catch (SecretRotationException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private static JsonNode read(byte[] event) {
    try {
      return Json.read(event);
    } catch (JsonSyntaxException e) {
      throw new IllegalArgumentException("not an event of Secrets Manager", e);
    }
  }
}
