package ai.equalto.lesserbody.tool;

import ai.equalto.lesserbody.schema.InvalidInputException;

/**
 * The work of a tool.
 *
 * @param <I> the input record
 * @param <O> the output record
 */
@FunctionalInterface
public interface ToolHandler<I extends Record, O extends Record> {
  /**
   * Does the work for an input that fits the schema, called by someone who may.
   *
   * @throws InvalidInputException if the input breaks a rule that a schema cannot express
   */
  ToolResult<O> handle(I input, CallContext context) throws InvalidInputException;
}
