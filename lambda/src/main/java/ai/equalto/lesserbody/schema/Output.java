package ai.equalto.lesserbody.schema;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a tool gives: a JSON Schema 2020-12, and how a value is written as JSON that fits it; or
 * nothing structured at all. A record is looked at, and a schema compiled, when it is first needed
 * and not before.
 *
 * @param <O> what is written
 */
public final class Output<O> {
  /** What a tool gives that has nothing structured to say. */
  public enum None {
    /** The only one. */
    NONE;

    private static final Output<None> OUTPUT =
        new Output<>(Optional::empty, () -> none -> Optional.empty());
  }

  private final Supplier<Optional<ObjectNode>> schema;
  private final Supplier<Function<O, Optional<JsonNode>>> writer;

  private Output(
      Supplier<Optional<ObjectNode>> schema, Supplier<Function<O, Optional<JsonNode>>> writer) {
    this.schema = schema;
    this.writer = writer;
  }

  /** A record, each component with a {@link Description}. The schema allows for later fields. */
  public static <O extends Record> Output<O> of(Class<O> type) {
    requireNonNull(type, "type");
    return new Output<>(
        Lazy.of(() -> Optional.of(Schemas.ofOutput(type))),
        Lazy.of(() -> {
          RecordWriter<O> writer = new RecordWriter<>(type);
          return value -> Optional.of(writer.write(value));
        }));
  }

  /**
   * Any JSON value, by a schema of one's own, which is copied and checked at once, as one of an
   * {@link Input} is. What does not fit it is not written.
   *
   * @throws IllegalArgumentException if the schema is outside of {@link SchemaLimits}
   */
  public static Output<JsonNode> json(ObjectNode schema) {
    ObjectNode own = schema.deepCopy();
    SchemaLimits.check(own);
    return new Output<>(
        () -> Optional.of(own),
        Lazy.of(() -> {
          InputValidator validator = new InputValidator(own);
          return value -> Optional.of(fitting(validator, value));
        }));
  }

  /**
   * The same, by a schema as it is written.
   *
   * @throws IllegalArgumentException if it is no JSON object, or as above
   */
  public static Output<JsonNode> json(String schema) {
    return json(Schemas.parse(schema));
  }

  /** Nothing structured. */
  public static Output<None> none() {
    return None.OUTPUT;
  }

  private static JsonNode fitting(InputValidator validator, JsonNode value) {
    validator
        .brokenRule(value)
        .ifPresent(rule -> {
          throw new IllegalStateException("the output breaks the rule of its schema at " + rule);
        });
    return value;
  }

  /**
   * The JSON Schema, if there is anything to describe; shared, not to be changed.
   *
   * @throws IllegalArgumentException if no schema can speak of the record
   */
  public Optional<ObjectNode> schema() {
    return schema.get();
  }

  /**
   * The value as JSON that fits the schema; empty if there is nothing structured.
   *
   * @throws IllegalStateException if JSON by a schema of one's own does not fit it, which is a bug;
   *     the message names the place of the rule in the schema, and nothing of the value
   * @throws IllegalArgumentException if no schema can speak of the record
   */
  public Optional<JsonNode> write(O value) {
    return writer.get().apply(requireNonNull(value, "value"));
  }
}
