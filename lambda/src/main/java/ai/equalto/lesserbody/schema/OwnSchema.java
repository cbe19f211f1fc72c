package ai.equalto.lesserbody.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A schema that was written by hand, and its validator, which is made when it is first needed. */
final class OwnSchema {
  private final ObjectNode written;
  private InputValidator validator;

  /**
   * @param written is not to be changed any more
   * @throws IllegalArgumentException if it is outside of {@link SchemaLimits}
   */
  OwnSchema(ObjectNode written) {
    SchemaLimits.check(written);
    this.written = written;
  }

  ObjectNode written() {
    return written;
  }

  synchronized InputValidator validator() {
    if (validator == null) {
      validator = new InputValidator(written);
    }
    return validator;
  }
}
