package ai.equalto.lesserbody.tool;

import static java.util.Objects.requireNonNull;

import ai.equalto.lesserbody.call.CallOutcome;
import ai.equalto.lesserbody.content.Content;
import ai.equalto.lesserbody.schema.Output;
import java.util.List;

/**
 * What a tool reports. A bug is an exception; a failure that the model can act on is a value.
 *
 * @param <O> the structured result
 */
public sealed interface ToolResult<O> {
  /** The same, with the structured result as it is written. */
  CallOutcome<ToolOutput> outcome(Output<O> schema);

  /**
   * The work is done.
   *
   * @param output the structured result
   * @param content what is shown beside it; if there is none, the structured result as a text
   */
  record Success<O>(O output, List<Content> content) implements ToolResult<O> {
    public Success {
      requireNonNull(output, "output");
      content = List.copyOf(content);
    }

    @Override
    public CallOutcome<ToolOutput> outcome(Output<O> schema) {
      return new CallOutcome.Done<>(new ToolOutput(schema.write(output), content));
    }
  }

  /**
   * The work could not be done.
   *
   * @param message tells the model what to do about it; never holds a secret
   */
  record Failure<O>(String message) implements ToolResult<O> {
    public Failure {
      requireNonNull(message, "message");
    }

    @Override
    public CallOutcome<ToolOutput> outcome(Output<O> schema) {
      return new CallOutcome.Failed<>(message);
    }
  }

  /** The work is done, with this result and what is to be shown beside it. */
  static <O> ToolResult<O> of(O output, Content... content) {
    return new Success<>(output, List.of(content));
  }

  /** The work is done, and this is to be shown. */
  static ToolResult<Output.None> showing(Content... content) {
    return of(Output.None.NONE, content);
  }

  /** The work could not be done, and the model is told this. */
  static <O> ToolResult<O> failure(String message) {
    return new Failure<>(message);
  }
}
