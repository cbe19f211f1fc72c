package ai.equalto.lesserbody.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON as input, by a schema that was written by hand and is checked when it is named. */
final class JsonInput extends Input<ObjectNode> {
  private final ObjectNode schema;
  private InputValidator validator;

  private JsonInput(ObjectNode schema) {
    this.schema = schema;
  }

  static Input<ObjectNode> of(ObjectNode schema) {
    SchemaLimits.checkObject(schema);
    JsonInput input = new JsonInput(schema);
    // Looked at now, for mistakes, and kept for the first call.
    HeaderParameters _ = input.headerParameters();
    return input;
  }

  @Override
  public ObjectNode schema() {
    return schema;
  }

  @Override
  ObjectNode bind(ObjectNode json) throws InvalidInputException {
    validator().check(json);
    return json;
  }

  private synchronized InputValidator validator() {
    if (validator == null) {
      validator = new InputValidator(schema);
    }
    return validator;
  }
}
