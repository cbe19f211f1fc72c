package ai.equalto.lesserbody.aws;

import ai.equalto.lesserbody.auth.SecretSource;
import ai.equalto.lesserbody.auth.SecretSourceException;
import ai.equalto.lesserbody.auth.SecretSourceException.Reason;
import ai.equalto.lesserbody.auth.SecretVersion;
import ai.equalto.lesserbody.auth.SecretVersions;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** A secret in Secrets Manager, as its staging labels tell the versions apart. */
public final class StoredSecret implements SecretSource {
  static final String CURRENT = "AWSCURRENT";
  static final String PREVIOUS = "AWSPREVIOUS";

  private static final Logger LOG = LoggerFactory.getLogger(StoredSecret.class);

  private final SecretsConnection connection;
  private final String id;

  /**
   * @param id the ARN or the name of the secret
   */
  public StoredSecret(SecretsConnection connection, String id) {
    this.connection = connection;
    this.id = id;
  }

  @Override
  public SecretVersions fetch() throws SecretSourceException {
    SecretVersions fetched = fetchOnce();
    // The labels moved between the two calls; the one that is current now is in neither.
    boolean moved =
        fetched.previous().filter(p -> p.id().equals(fetched.current().id())).isPresent();
    return moved ? fetchOnce() : fetched;
  }

  private SecretVersions fetchOnce() throws SecretSourceException {
    SecretVersion current =
        version(CURRENT).orElseThrow(() -> new SecretSourceException(Reason.NOT_FOUND));
    return new SecretVersions(current, previous());
  }

  /**
   * One that cannot be read, now or later, is as good as none: it must not take the other along.
   */
  private Optional<SecretVersion> previous() throws SecretSourceException {
    try {
      return version(PREVIOUS);
    } catch (SecretSourceException e) {
      if (e.reason() == Reason.NO_ANSWER) {
        throw e;
      }
      return Optional.empty();
    }
  }

  private Optional<SecretVersion> version(String stage) throws SecretSourceException {
    try {
      return Optional.of(
          version(
              stage, connection.client().getSecretValue(r -> r.secretId(id).versionStage(stage))));
    } catch (ResourceNotFoundException e) {
      return Optional.empty();
    } catch (SdkException e) {
      String type = e.getClass().getSimpleName();
      LOG.warn("{} of a secret cannot be read: {} {}", stage, type, ServiceErrors.code(e));
      throw new SecretSourceException(
          ServiceErrors.isLasting(e) ? Reason.REFUSED : Reason.NO_ANSWER, e);
    }
  }

  private static SecretVersion version(String stage, GetSecretValueResponse value)
      throws SecretSourceException {
    if (value.versionId() == null || value.createdDate() == null) {
      throw new SecretSourceException(Reason.NO_ANSWER);
    }
    if (value.secretString() == null) {
      LOG.warn("{} of a secret is not a text", stage);
      throw new SecretSourceException(Reason.MALFORMED);
    }
    return new SecretVersion(value.versionId(), value.secretString(), value.createdDate());
  }
}
