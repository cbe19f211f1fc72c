package ai.equalto.lesserbody.resource;

import ai.equalto.lesserbody.call.CallContext;
import ai.equalto.lesserbody.call.InputRequiredException;
import ai.equalto.lesserbody.schema.InvalidInputException;

/**
 * Reads a resource, or one of those that a template stands for.
 *
 * @param <V> the variables of the template
 */
@FunctionalInterface
public interface ResourceReader<V> {
  /**
   * Reads it for someone who may.
   *
   * @param uri the URI as asked for
   * @throws InvalidInputException if the variables break a rule that a schema cannot express
   * @throws InputRequiredException if a question has to be answered first; see {@link
   *     CallContext#ask}
   */
  ResourceResult read(String uri, V variables, CallContext call)
      throws InvalidInputException, InputRequiredException;
}
