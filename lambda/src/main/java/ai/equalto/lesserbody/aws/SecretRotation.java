package ai.equalto.lesserbody.aws;

import ai.equalto.lesserbody.auth.SecretSourceException;
import ai.equalto.lesserbody.auth.SecretText;
import ai.equalto.lesserbody.auth.SigningKey;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/**
 * Replaces one signing secret by another, in the four steps of Secrets Manager. Each step can be
 * done again, and then does nothing. A version is made under the label AWSPENDING, and becomes
 * current only when it was read back and found usable; the one before keeps the label AWSPREVIOUS.
 */
public final class SecretRotation {
  /** What Secrets Manager asks for, one after the other. */
  public enum Step {
    createSecret,
    setSecret,
    testSecret,
    finishSecret
  }

  /** What a step came to. */
  public enum Did {
    /** A new secret was stored. */
    STORED,
    /** It was stored before. */
    STORED_BEFORE,
    /** Nobody has to be told of the new secret but those who read it. */
    NOTHING_TO_SET,
    /** The new secret is fit to sign with. */
    USABLE,
    /** The new secret is the current one. */
    CURRENT,
    /** It was the current one before. */
    CURRENT_BEFORE
  }

  private static final String PENDING = "AWSPENDING";
  private static final int RANDOM_BYTES = 64;

  private final SecretsConnection connection;
  private final String secret;
  private final RandomGenerator random;

  /**
   * @param secret the ARN or the name of the secret
   * @param random of which nobody can guess what it draws
   */
  public SecretRotation(SecretsConnection connection, String secret, RandomGenerator random) {
    this.connection = connection;
    this.secret = secret;
    this.random = random;
  }

  /**
   * Does a step towards this version.
   *
   * @param version the id of the version that is to become current
   * @throws SecretRotationException if it cannot be done; the current secret is what it was
   */
  public Did step(Step step, String version) throws SecretRotationException {
    try {
      if (stages(version).contains(StoredSecret.CURRENT)) {
        return Did.CURRENT_BEFORE;
      }
      return switch (step) {
        case createSecret -> create(version);
        case setSecret -> Did.NOTHING_TO_SET;
        case testSecret -> test(version);
        case finishSecret -> finish(version);
      };
    } catch (SdkException e) {
      throw SecretRotationException.of(step.name(), e);
    }
  }

  /**
   * Whether Secrets Manager has set this version up to be rotated to, or is done with it.
   *
   * @throws SecretRotationException if that cannot be found out
   */
  public boolean isStaged(String version) throws SecretRotationException {
    try {
      List<String> stages = stages(version);
      return stages.contains(PENDING) || stages.contains(StoredSecret.CURRENT);
    } catch (SdkException e) {
      throw SecretRotationException.of("DescribeSecret", e);
    }
  }

  /**
   * The version that a rotation was begun to and not finished, if there is one.
   *
   * @throws SecretRotationException if that cannot be found out
   */
  public Optional<String> unfinished() throws SecretRotationException {
    try {
      return holder(PENDING)
          .filter(version -> !holder(StoredSecret.CURRENT).equals(Optional.of(version)));
    } catch (SdkException e) {
      throw SecretRotationException.of("DescribeSecret", e);
    }
  }

  /**
   * Takes the label off the version before, so that it verifies nothing any more.
   *
   * @return the id of that version, if there was one
   * @throws SecretRotationException if it cannot be done
   */
  public Optional<String> dropPrevious() throws SecretRotationException {
    try {
      Optional<String> previous = holder(StoredSecret.PREVIOUS);
      previous.ifPresent(version ->
          connection
              .client()
              .updateSecretVersionStage(r ->
                  r.secretId(secret)
                      .versionStage(StoredSecret.PREVIOUS)
                      .removeFromVersionId(version)));
      return previous;
    } catch (SdkException e) {
      throw SecretRotationException.of("UpdateSecretVersionStage", e);
    }
  }

  /**
   * When a version was stored; from then on the grace of the one before counts.
   *
   * @throws SecretRotationException if that cannot be found out
   */
  public Instant storedAt(String version) throws SecretRotationException {
    try {
      return value(r -> r.versionId(version)).createdDate();
    } catch (SdkException e) {
      throw SecretRotationException.of("GetSecretValue", e);
    }
  }

  private Did create(String version) throws SecretRotationException {
    if (pending(version).isPresent()) {
      return Did.STORED_BEFORE;
    }
    byte[] drawn = new byte[RANDOM_BYTES];
    random.nextBytes(drawn);
    String stored =
        replaced(current(), Base64.getUrlEncoder().withoutPadding().encodeToString(drawn));
    try {
      connection
          .client()
          .putSecretValue(r ->
              r.secretId(secret)
                  .clientRequestToken(version)
                  .secretString(stored)
                  .versionStages(PENDING));
      return Did.STORED;
    } catch (ResourceExistsException e) {
      // The same step ran twice at once, and the other was first.
      return Did.STORED_BEFORE;
    }
  }

  private Did test(String version) throws SecretRotationException {
    String pending =
        text(
            pending(version)
                .orElseThrow(() ->
                    new SecretRotationException("There is no new secret to test: " + version)));
    try {
      SigningKey.of(pending);
    } catch (IllegalArgumentException e) {
      throw new SecretRotationException("The new secret is " + e.getMessage(), e);
    }
    if (pending.equals(text(current()))) {
      throw new SecretRotationException("The new secret is the current one over again");
    }
    return Did.USABLE;
  }

  /** Secrets Manager itself moves AWSPREVIOUS, and is done with AWSPENDING when both are here. */
  private Did finish(String version) throws SecretRotationException {
    test(version);
    String current =
        holder(StoredSecret.CURRENT)
            .orElseThrow(() -> new SecretRotationException("There is no current secret"));
    connection
        .client()
        .updateSecretVersionStage(r ->
            r.secretId(secret)
                .versionStage(StoredSecret.CURRENT)
                .moveToVersionId(version)
                .removeFromVersionId(current));
    return Did.CURRENT;
  }

  private String current() throws SecretRotationException {
    return Optional.ofNullable(value(r -> r.versionStage(StoredSecret.CURRENT)).secretString())
        .orElseThrow(() -> new SecretRotationException("The current secret is not a text"));
  }

  private Optional<String> pending(String version) {
    try {
      return Optional.ofNullable(
          value(r -> r.versionId(version).versionStage(PENDING)).secretString());
    } catch (ResourceNotFoundException e) {
      return Optional.empty();
    }
  }

  private GetSecretValueResponse value(Consumer<GetSecretValueRequest.Builder> which) {
    return connection.client().getSecretValue(r -> which.accept(r.secretId(secret)));
  }

  private Map<String, List<String>> versions() {
    return connection.client().describeSecret(r -> r.secretId(secret)).versionIdsToStages();
  }

  private List<String> stages(String version) {
    return versions().getOrDefault(version, List.of());
  }

  private Optional<String> holder(String stage) {
    return versions().entrySet().stream()
        .filter(version -> version.getValue().contains(stage))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static String text(String stored) throws SecretRotationException {
    try {
      return SecretText.read(stored);
    } catch (SecretSourceException e) {
      throw SecretRotationException.of(e);
    }
  }

  private static String replaced(String stored, String secret) throws SecretRotationException {
    try {
      return SecretText.replace(stored, secret);
    } catch (SecretSourceException e) {
      throw SecretRotationException.of(e);
    }
  }
}
