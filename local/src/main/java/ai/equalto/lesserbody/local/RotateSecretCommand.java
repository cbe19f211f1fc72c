package ai.equalto.lesserbody.local;

import ai.equalto.lesserbody.aws.SecretRotation;
import ai.equalto.lesserbody.aws.SecretRotation.Step;
import ai.equalto.lesserbody.aws.SecretRotationException;
import ai.equalto.lesserbody.aws.SecretsConnection;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Rotates a signing secret in Secrets Manager, by the steps of the function that is deployed. */
@Command(
    name = "rotate-secret",
    description = "Replaces the signing secret in Secrets Manager by a new one.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class RotateSecretCommand implements Callable<Integer> {
  private final Host host;

  @Spec private CommandSpec spec;

  @Option(
      names = "--secret-id",
      required = true,
      paramLabel = "ID",
      description = "Its ARN or name.")
  private String secret;

  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = "Where it is; by default AWS_REGION, or AWS_DEFAULT_REGION.")
  private String region;

  @Option(
      names = "--endpoint",
      paramLabel = "URL",
      description =
          "Another Secrets Manager; by default AWS_ENDPOINT_URL_SECRETS_MANAGER, or that of the"
              + " region.")
  private URI endpoint;

  @Option(
      names = "--grace-minutes",
      defaultValue = "60",
      paramLabel = "MINUTES",
      description =
          "What the function has as JWT_ROTATION_GRACE_MINUTES; by default ${DEFAULT-VALUE}."
              + " Changes only what is printed.")
  private int graceMinutes;

  @Option(
      names = "--leaked",
      description = "Have the old secret verify nothing any more, as others may know it.")
  private boolean leaked;

  RotateSecretCommand(Host host) {
    this.host = host;
  }

  @Override
  public Integer call() throws IOException {
    SecretRotation rotation = new SecretRotation(connection(), secret, host.random());
    try {
      rotate(rotation);
    } catch (SecretRotationException e) {
      throw new IOException(e.getMessage(), e);
    }
    return 0;
  }

  private void rotate(SecretRotation rotation) throws IOException, SecretRotationException {
    Optional<String> unfinished = rotation.unfinished();
    if (unfinished.isPresent()) {
      throw new IOException(
          ("A rotation to version %s was begun and is not finished. Wait for it, or take the label"
                  + " AWSPENDING off that version.")
              .formatted(unfinished.get()));
    }
    PrintWriter out = spec.commandLine().getOut();
    String version = UUID.randomUUID().toString();
    for (Step step : Step.values()) {
      out.println(step + ": " + words(rotation.step(step, version)));
    }
    out.println("The secret is now version " + version + ".");
    if (leaked) {
      rotation.dropPrevious();
      out.println("The one before verifies nothing in whatever reads the secret from now on; what");
      out.println(
          "runs already has read it within the last 5 minutes, or is restarted to forget it.");
      return;
    }
    Instant until = rotation.storedAt(version).plus(Duration.ofMinutes(graceMinutes));
    out.println("The one before verifies until " + until.truncatedTo(ChronoUnit.SECONDS) + ".");
  }

  private static String words(SecretRotation.Did did) {
    return switch (did) {
      case STORED -> "a new secret is stored";
      case STORED_BEFORE -> "a new secret was stored before";
      case NOTHING_TO_SET -> "nothing to do, as everybody reads it in Secrets Manager";
      case USABLE -> "the new secret is fit to sign with";
      case CURRENT -> "the new secret is the current one";
      case CURRENT_BEFORE -> "the new secret was the current one before";
    };
  }

  private SecretsConnection connection() {
    String where =
        Optional.ofNullable(region)
            .or(() -> host.variable("AWS_REGION"))
            .or(() -> host.variable("AWS_DEFAULT_REGION"))
            .orElseThrow(() -> mistyped("Missing region: give --region, or set AWS_REGION"));
    return new SecretsConnection(where, url(), host.environment());
  }

  private Optional<URI> url() {
    Optional<URI> url =
        Optional.ofNullable(endpoint)
            .or(() -> host.variable("AWS_ENDPOINT_URL_SECRETS_MANAGER").map(URI::create));
    if (url.filter(given -> given.getHost() == null || given.getScheme() == null).isPresent()) {
      throw mistyped("Invalid value for --endpoint: not a URL");
    }
    return url;
  }

  private ParameterException mistyped(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
