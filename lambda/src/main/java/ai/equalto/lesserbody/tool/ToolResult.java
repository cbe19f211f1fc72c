package ai.equalto.lesserbody.tool;

import static java.util.Objects.requireNonNull;

/**
 * What a tool reports. A bug is an exception; a failure that the model can act on is a value.
 *
 * @param <O> the output record
 */
public sealed interface ToolResult<O extends Record> {
  /** The work is done. */
  record Success<O extends Record>(O output) implements ToolResult<O> {
    public Success {
      requireNonNull(output, "output");
    }
  }

  /**
   * The work could not be done.
   *
   * @param message tells the model what to do about it; never holds a secret
   */
  record Failure<O extends Record>(String message) implements ToolResult<O> {
    public Failure {
      requireNonNull(message, "message");
    }
  }
}
