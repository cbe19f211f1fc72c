package ai.equalto.lesserbody.aws;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** What went wrong with a call to DynamoDB. */
enum DynamoFault {
  /** It did not answer, or had no capacity. */
  PASSING,
  /** It refused: no such table, no permission, no valid credentials. */
  LASTING;

  private static final Logger LOG = LoggerFactory.getLogger(DynamoFault.class);

  /** Classifies and logs a failure; never its message, which could repeat what was stored. */
  static DynamoFault log(String operation, SdkException e) {
    String type = e.getClass().getSimpleName();
    if (isLasting(e)) {
      LOG.error("{} refused by DynamoDB: {} {}", operation, type, errorCode(e));
      return LASTING;
    }
    LOG.warn("{} not answered by DynamoDB: {} {}", operation, type, errorCode(e));
    return PASSING;
  }

  private static boolean isLasting(SdkException e) {
    return e instanceof AwsServiceException service
        && service.statusCode() >= 400
        && service.statusCode() < 500
        && !service.isThrottlingException()
        && !service.retryable();
  }

  private static String errorCode(SdkException e) {
    AwsErrorDetails details =
        e instanceof AwsServiceException service ? service.awsErrorDetails() : null;
    return details == null ? "-" : details.errorCode();
  }
}
