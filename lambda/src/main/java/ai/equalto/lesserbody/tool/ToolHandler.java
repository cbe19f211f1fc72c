package ai.equalto.lesserbody.tool;

import ai.equalto.lesserbody.call.CallContext;
import ai.equalto.lesserbody.call.InputRequiredException;
import ai.equalto.lesserbody.schema.InvalidInputException;

/**
 * The work of a tool.
 *
 * @param <I> the input
 * @param <O> the structured result
 */
@FunctionalInterface
public interface ToolHandler<I, O> {
  /**
   * Does the work for an input that fits the schema, called by someone who may.
   *
   * @throws InvalidInputException if the input breaks a rule that a schema cannot express
   * @throws InputRequiredException if a question has to be answered first; see {@link
   *     CallContext#ask}
   */
  ToolResult<O> handle(I input, CallContext call)
      throws InvalidInputException, InputRequiredException;
}
