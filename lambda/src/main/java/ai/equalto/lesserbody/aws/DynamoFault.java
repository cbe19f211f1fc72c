package ai.equalto.lesserbody.aws;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
    if (ServiceErrors.isLasting(e)) {
      LOG.error("{} refused by DynamoDB: {} {}", operation, type, ServiceErrors.code(e));
      return LASTING;
    }
    LOG.warn("{} not answered by DynamoDB: {} {}", operation, type, ServiceErrors.code(e));
    return PASSING;
  }
}
