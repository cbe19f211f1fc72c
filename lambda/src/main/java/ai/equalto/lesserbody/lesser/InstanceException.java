package ai.equalto.lesserbody.lesser;

/** The instance did not do it. The message is for the model: what happened, and what to do. */
final class InstanceException extends Exception {
  private static final long serialVersionUID = 1L;

  InstanceException(String message) {
    super(message);
  }

  InstanceException(String message, Throwable cause) {
    super(message, cause);
  }

  /** For an answer that is JSON, but not what was asked for. */
  static InstanceException unexpected(String wanted) {
    return new InstanceException(
        "The instance answered with something that is no "
            + wanted
            + ". Trying again will not help; the operator of this server has to check"
            + " LESSER_API_BASE_URL.");
  }
}
