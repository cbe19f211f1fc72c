package ai.equalto.lesserbody;

import ai.equalto.lesserbody.audit.AuditLog;
import ai.equalto.lesserbody.auth.CanaryTokens;
import ai.equalto.lesserbody.aws.SecretsConnection;
import ai.equalto.lesserbody.canary.Canary;
import ai.equalto.lesserbody.transport.HttpCoreTransport;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The canary: a function of its own that a schedule calls, and that calls the public endpoint as a
 * client would, with a token that it signs itself. It fails when the endpoint does.
 */
public final class CanaryHandler implements RequestStreamHandler {
  private final Canary canary;
  private final AuditLog audit;

  /** What the Lambda runtime calls: settings come from the environment. */
  public CanaryHandler() {
    this(System.getenv(), Clock.systemUTC(), new StandardOutput());
  }

  /**
   * A canary with these settings, among which {@code MCP_ENDPOINT} is required here.
   *
   * @param log takes each line that it logs
   * @throws ConfigException if a setting is missing or malformed
   */
  public CanaryHandler(Map<String, String> environment, Clock clock, Consumer<String> log) {
    SettingReader settings = new SettingReader(environment);
    SecretSettings secrets = SecretSettings.read(settings);
    settings.required(Setting.MCP_ENDPOINT);
    Optional<URI> endpoint = settings.endpoint(Setting.MCP_ENDPOINT);
    String region = settings.required(Setting.AWS_REGION);
    settings.failOnProblems();
    this.audit =
        new AuditLog(
            log, clock, environment.getOrDefault(LambdaEnvironment.FUNCTION_NAME, "local"));
    SecretsConnection connection = new SecretsConnection(region, secrets.endpoint(), environment);
    this.canary =
        new Canary(
            new HttpCoreTransport(Canary.LIMITS, clock),
            endpoint.orElseThrow(),
            settings.text(Setting.JWT_AUDIENCE),
            new CanaryTokens(Keys.secrets(secrets, connection, audit, clock), clock),
            new SecureRandom(),
            clock);
  }

  /**
   * Goes through all steps once, and writes one line that says how long they took.
   *
   * @throws ai.equalto.lesserbody.canary.CanaryException if a step failed
   */
  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context) {
    audit.record(canary.run());
  }
}
