package ai.equalto.lesserbody.schema;

import ai.equalto.lesserbody.jsonrpc.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * A record as input: its own rules tell what fits, and the validator, which takes long to get
 * ready, explains what does not.
 */
final class RecordInput<I extends Record> extends Input<I> {
  private final Class<I> type;
  private final boolean open;
  private ObjectNode schema;
  private DerivedRules rules;
  private RecordReader<I> reader;
  private InputValidator validator;

  RecordInput(Class<I> type, boolean open) {
    this.type = type;
    this.open = open;
  }

  @Override
  public synchronized ObjectNode schema() {
    if (schema == null) {
      schema = open ? Schemas.ofOutput(type) : Schemas.ofInput(type);
    }
    return schema;
  }

  @Override
  I bind(ObjectNode json) throws InvalidInputException {
    prepare();
    ObjectNode given = withoutNulls(json);
    if (!rules.accept(given)) {
      validator().check(given);
    }
    return reader.read(given);
  }

  private synchronized void prepare() {
    if (reader == null) {
      rules = new DerivedRules(schema());
      reader = new RecordReader<>(type);
    }
  }

  private synchronized InputValidator validator() {
    if (validator == null) {
      validator = new InputValidator(schema());
    }
    return validator;
  }

  /** Models often send null for a field that they leave out. */
  private static ObjectNode withoutNulls(ObjectNode json) {
    ObjectNode given = Json.object();
    for (Map.Entry<String, JsonNode> field : json.properties()) {
      if (!field.getValue().isNull()) {
        given.set(field.getKey(), field.getValue());
      }
    }
    return given;
  }
}
