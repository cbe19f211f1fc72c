package ai.equalto.lesserbody.resource;

import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.call.CallContext;
import ai.equalto.lesserbody.call.InputRequiredException;
import ai.equalto.lesserbody.call.Offer;
import ai.equalto.lesserbody.schema.InvalidInputException;

/** Whatever can be read at a URI: one resource, or all that a template stands for. */
sealed interface ReadableResource extends Offer permits Resource, ResourceTemplate {
  /** What is said of it. */
  ResourceInfo info();

  /** Reads what is at a URI that is of this. */
  ResourceResult read(String uri, CallContext call)
      throws InvalidInputException, InputRequiredException;

  @Override
  default Scope scope() {
    return info().scope();
  }
}
