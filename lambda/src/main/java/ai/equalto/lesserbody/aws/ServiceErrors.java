package ai.equalto.lesserbody.aws;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Reads what a service of AWS said; never its message, which could repeat what was sent. */
final class ServiceErrors {
  private ServiceErrors() {}

  /** Whether the service refused, and will again. */
  static boolean isLasting(SdkException e) {
    return e instanceof AwsServiceException service
        && service.statusCode() >= 400
        && service.statusCode() < 500
        && !service.isThrottlingException()
        && !service.retryable();
  }

  /** The code of the error, or a dash. */
  static String code(SdkException e) {
    AwsErrorDetails details =
        e instanceof AwsServiceException service ? service.awsErrorDetails() : null;
    return details == null ? "-" : details.errorCode();
  }
}
