package ai.equalto.lesserbody.local.conformance;

/** A program cannot be started, most often because it is not installed. */
final class MissingProgramException extends SuiteException {
  private static final long serialVersionUID = 1L;

  MissingProgramException(String message) {
    super(message);
  }
}
