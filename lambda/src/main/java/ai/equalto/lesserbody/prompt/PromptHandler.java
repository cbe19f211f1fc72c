package ai.equalto.lesserbody.prompt;

import ai.equalto.lesserbody.call.CallContext;
import ai.equalto.lesserbody.call.InputRequiredException;
import ai.equalto.lesserbody.schema.InvalidInputException;

/**
 * Fills a prompt.
 *
 * @param <I> the arguments
 */
@FunctionalInterface
public interface PromptHandler<I> {
  /**
   * Fills it with arguments that fit the schema, for someone who may.
   *
   * @throws InvalidInputException if the arguments break a rule that a schema cannot express
   * @throws InputRequiredException if a question has to be answered first; see {@link
   *     CallContext#ask}
   */
  PromptResult fill(I arguments, CallContext call)
      throws InvalidInputException, InputRequiredException;
}
