package ai.equalto.lesserbody.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON as input, by a schema that was written by hand and is checked when it is named. */
final class JsonInput extends Input<ObjectNode> {
  private final OwnSchema own;

  private JsonInput(OwnSchema own) {
    this.own = own;
  }

  static Input<ObjectNode> of(ObjectNode schema) {
    SchemaLimits.requireObject(schema);
    JsonInput input = new JsonInput(new OwnSchema(schema));
    // Looked at now, for mistakes, and kept for the first call.
    HeaderParameters _ = input.headerParameters();
    return input;
  }

  @Override
  public ObjectNode schema() {
    return own.written();
  }

  @Override
  ObjectNode bind(ObjectNode json) throws InvalidInputException {
    own.validator().check(json);
    return json;
  }
}
