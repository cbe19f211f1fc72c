package ai.equalto.lesserbody.local.child;

/** A program cannot be started, most often because it is not installed. */
public final class MissingProgramException extends ChildException {
  private static final long serialVersionUID = 1L;

  MissingProgramException(String message) {
    super(message);
  }
}
