package ai.equalto.lesserbody.schema;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * What a tool gives: a JSON Schema 2020-12, and how a value is written as JSON that fits it; or
 * nothing structured at all. A record is looked at, and a schema compiled, when it is first needed
 * and not before.
 *
 * @param <O> what is written
 */
public abstract sealed class Output<O> {
  /** What a tool gives that has nothing structured to say. */
  public enum None {
    /** The only one. */
    NONE
  }

  private Output() {}

  /** A record, each component with a {@link Description}. The schema allows for later fields. */
  public static <O extends Record> Output<O> of(Class<O> type) {
    return new OfRecord<>(requireNonNull(type, "type"));
  }

  /**
   * Any JSON value, by a schema of one's own, which is copied and checked at once, as one of an
   * {@link Input} is. What does not fit it is not written.
   *
   * @throws IllegalArgumentException if the schema is outside of {@link SchemaLimits}
   */
  public static Output<JsonNode> json(ObjectNode schema) {
    return OfJson.by(schema.deepCopy());
  }

  /**
   * The same, by a schema as it is written.
   *
   * @throws IllegalArgumentException if it is no JSON object, or as above
   */
  public static Output<JsonNode> json(String schema) {
    return OfJson.by(Schemas.parse(schema));
  }

  /** Nothing structured. */
  public static Output<None> none() {
    return Nothing.output();
  }

  /**
   * The JSON Schema, if there is anything to describe; shared, not to be changed.
   *
   * @throws IllegalArgumentException if no schema can speak of the record
   */
  public abstract Optional<ObjectNode> schema();

  abstract Optional<JsonNode> json(O value);

  /**
   * The value as JSON that fits the schema; empty if there is nothing structured.
   *
   * @throws IllegalStateException if JSON by a schema of one's own does not fit it, which is a bug;
   *     the message names the place of the rule in the schema, and nothing of the value
   * @throws IllegalArgumentException if no schema can speak of the record
   */
  public final Optional<JsonNode> write(O value) {
    return json(requireNonNull(value, "value"));
  }

  private static final class OfRecord<O extends Record> extends Output<O> {
    private final Class<O> type;
    private ObjectNode schema;
    private RecordWriter<O> writer;

    OfRecord(Class<O> type) {
      this.type = type;
    }

    @Override
    public synchronized Optional<ObjectNode> schema() {
      if (schema == null) {
        schema = Schemas.ofOutput(type);
      }
      return Optional.of(schema);
    }

    @Override
    Optional<JsonNode> json(O value) {
      return Optional.of(writer().write(value));
    }

    private synchronized RecordWriter<O> writer() {
      if (writer == null) {
        writer = new RecordWriter<>(type);
      }
      return writer;
    }
  }

  private static final class OfJson extends Output<JsonNode> {
    private final OwnSchema own;

    private OfJson(OwnSchema own) {
      this.own = own;
    }

    static Output<JsonNode> by(ObjectNode schema) {
      return new OfJson(new OwnSchema(schema));
    }

    @Override
    public Optional<ObjectNode> schema() {
      return Optional.of(own.written());
    }

    @Override
    Optional<JsonNode> json(JsonNode value) {
      Optional<String> broken = own.validator().brokenRule(value);
      if (broken.isPresent()) {
        throw new IllegalStateException(
            "the output breaks the rule of its schema at " + broken.get());
      }
      return Optional.of(value);
    }
  }

  private static final class Nothing extends Output<None> {
    private static final Output<None> OUTPUT = new Nothing();

    static Output<None> output() {
      return OUTPUT;
    }

    @Override
    public Optional<ObjectNode> schema() {
      return Optional.empty();
    }

    @Override
    Optional<JsonNode> json(None value) {
      return Optional.empty();
    }
  }
}
