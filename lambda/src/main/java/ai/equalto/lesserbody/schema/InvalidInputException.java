package ai.equalto.lesserbody.schema;

/**
 * Arguments do not fit. The message is for the model: it names each field and the rule it broke.
 */
public final class InvalidInputException extends Exception {
  private static final long serialVersionUID = 1L;

  public InvalidInputException(String message) {
    super(message);
  }
}
