package ai.equalto.lesserbody.aws;

import ai.equalto.lesserbody.auth.SecretSourceException;
import java.util.Locale;
import software.amazon.awssdk.core.exception.SdkException;

/** A rotation cannot go on. The message is for the operator, and tells nothing of a secret. */
public final class SecretRotationException extends Exception {
  private static final long serialVersionUID = 1L;

  SecretRotationException(String message) {
    super(message);
  }

  SecretRotationException(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * The message of the service is left out, and so is the exception, which the runtime would log.
   */
  static SecretRotationException of(String what, SdkException e) {
    String said = e.getClass().getSimpleName() + " " + ServiceErrors.code(e);
    return new SecretRotationException(
        what
            + (ServiceErrors.isLasting(e)
                ? " was refused by Secrets Manager: "
                : " was not answered by Secrets Manager: ")
            + said);
  }

  static SecretRotationException of(SecretSourceException e) {
    return new SecretRotationException(
        "A stored secret is " + e.reason().name().toLowerCase(Locale.ROOT), e);
  }
}
