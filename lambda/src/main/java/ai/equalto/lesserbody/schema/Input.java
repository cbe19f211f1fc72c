package ai.equalto.lesserbody.schema;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a tool, a prompt or a question takes: a JSON Schema 2020-12, and how JSON that fits it is
 * read. A record is looked at, and a schema compiled, when it is first needed and not before, since
 * a cold start has no time for what nobody asked for.
 *
 * @param <I> what is read
 */
public abstract sealed class Input<I> permits RecordInput, JsonInput {
  /** How many values the JSON may hold, the object itself included. */
  public static final int MAX_VALUES = 20_000;

  private HeaderParameters headerParameters;

  Input() {}

  /**
   * A record, each component with a {@link Description}. A field that the record does not name is a
   * mistake of the caller's.
   */
  public static <I extends Record> Input<I> of(Class<I> type) {
    return new RecordInput<>(requireNonNull(type, "type"), false);
  }

  /** The same, but with fields that the record does not name passed over. */
  public static <I extends Record> Input<I> open(Class<I> type) {
    return new RecordInput<>(requireNonNull(type, "type"), true);
  }

  /**
   * A JSON object by a schema of one's own, which is copied and checked at once. The first of a
   * start that is not a {@link PlainSchema} costs some tenths of a second.
   *
   * @throws IllegalArgumentException if the schema is not of type {@code object}, outside of {@link
   *     SchemaLimits}, or has an annotation that {@link HeaderParameters#of} refuses
   */
  public static Input<ObjectNode> json(ObjectNode schema) {
    return JsonInput.of(schema.deepCopy());
  }

  /**
   * The same, by a schema as it is written.
   *
   * @throws IllegalArgumentException if it is no JSON object, or as above
   */
  public static Input<ObjectNode> json(String schema) {
    return JsonInput.of(Schemas.parse(schema));
  }

  /**
   * The JSON Schema; shared, not to be changed.
   *
   * @throws IllegalArgumentException if no schema can speak of the record
   */
  public abstract ObjectNode schema();

  /** Validates and binds JSON of no more than {@value #MAX_VALUES} values. */
  abstract I bind(ObjectNode json) throws InvalidInputException;

  /**
   * The fields that clients repeat in headers.
   *
   * @throws IllegalArgumentException if an annotation of the schema breaks a constraint, see {@link
   *     HeaderParameters#of}
   */
  public final synchronized HeaderParameters headerParameters() {
    if (headerParameters == null) {
      headerParameters = HeaderParameters.of(schema());
    }
    return headerParameters;
  }

  /**
   * Checks JSON against the schema, formats included, and reads it. For a record, a field that is
   * null counts as absent.
   *
   * @throws InvalidInputException if the JSON does not fit, naming fields and the rules that they
   *     broke; if it holds more than {@value #MAX_VALUES} values; or if the record's own
   *     constructor refuses it
   * @throws IllegalArgumentException if no schema can speak of the record
   */
  public final I read(ObjectNode json) throws InvalidInputException {
    if (JsonSize.of(json, MAX_VALUES).values() > MAX_VALUES) {
      throw new InvalidInputException("Invalid arguments: more than " + MAX_VALUES + " values.");
    }
    return bind(json);
  }
}
