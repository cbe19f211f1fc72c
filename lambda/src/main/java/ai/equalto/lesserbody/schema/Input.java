package ai.equalto.lesserbody.schema;

import static java.util.Objects.requireNonNull;

import ai.equalto.lesserbody.jsonrpc.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a tool, a prompt or a question takes: a JSON Schema 2020-12, and how JSON that fits it is
 * read. A record is looked at, and a schema compiled, when it is first needed and not before, since
 * a cold start has no time for what nobody asked for: a record's own rules tell what fits, and the
 * validator explains what does not.
 *
 * @param <I> what is read
 */
public final class Input<I> {
  /** How many values the JSON may hold, the object itself included. */
  public static final int MAX_VALUES = 20_000;

  /** Validates and binds. */
  @FunctionalInterface
  private interface Reader<I> {
    I read(ObjectNode json) throws InvalidInputException;
  }

  private final Supplier<ObjectNode> schema;
  private final Supplier<Reader<I>> reader;
  private final Supplier<HeaderParameters> headerParameters;

  private Input(Supplier<ObjectNode> schema, Function<ObjectNode, Reader<I>> reader) {
    this.schema = schema;
    this.reader = Lazy.of(() -> reader.apply(schema.get()));
    this.headerParameters = Lazy.of(() -> HeaderParameters.of(schema.get()));
  }

  /**
   * A record, each component with a {@link Description}. A field that the record does not name is a
   * mistake of the caller's.
   */
  public static <I extends Record> Input<I> of(Class<I> type) {
    requireNonNull(type, "type");
    return new Input<>(Lazy.of(() -> Schemas.ofInput(type)), schema -> record(schema, type));
  }

  /** The same, but with fields that the record does not name passed over. */
  public static <I extends Record> Input<I> open(Class<I> type) {
    requireNonNull(type, "type");
    return new Input<>(Lazy.of(() -> Schemas.ofOutput(type)), schema -> record(schema, type));
  }

  /**
   * A JSON object by a schema of one's own, which is copied. It is checked at once, which costs the
   * first such schema of a start some tenths of a second.
   *
   * @throws IllegalArgumentException if the schema is not of type {@code object}, outside of {@link
   *     SchemaLimits}, or has an annotation that {@link HeaderParameters#of} refuses
   */
  public static Input<ObjectNode> json(ObjectNode schema) {
    ObjectNode own = schema.deepCopy();
    SchemaLimits.checkObject(own);
    HeaderParameters.of(own);
    return new Input<>(
        () -> own,
        checked -> {
          InputValidator validator = new InputValidator(checked);
          return json -> {
            validator.check(json);
            return json;
          };
        });
  }

  /**
   * The same, by a schema as it is written.
   *
   * @throws IllegalArgumentException if it is no JSON object, or as above
   */
  public static Input<ObjectNode> json(String schema) {
    return json(Schemas.parse(schema));
  }

  private static <I extends Record> Reader<I> record(ObjectNode schema, Class<I> type) {
    DerivedRules rules = new DerivedRules(schema);
    Supplier<InputValidator> validator = Lazy.of(() -> new InputValidator(schema));
    RecordReader<I> reader = new RecordReader<>(type);
    return json -> {
      ObjectNode given = withoutNulls(json);
      if (!rules.accept(given)) {
        validator.get().check(given);
      }
      return reader.read(given);
    };
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

  /**
   * The JSON Schema; shared, not to be changed.
   *
   * @throws IllegalArgumentException if no schema can speak of the record
   */
  public ObjectNode schema() {
    return schema.get();
  }

  /**
   * The fields that clients repeat in headers.
   *
   * @throws IllegalArgumentException if an annotation of the schema breaks a constraint, see {@link
   *     HeaderParameters#of}
   */
  public HeaderParameters headerParameters() {
    return headerParameters.get();
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
  public I read(ObjectNode json) throws InvalidInputException {
    if (JsonSize.of(json, MAX_VALUES).values() > MAX_VALUES) {
      throw new InvalidInputException("Invalid arguments: more than " + MAX_VALUES + " values.");
    }
    return reader.get().read(json);
  }
}
