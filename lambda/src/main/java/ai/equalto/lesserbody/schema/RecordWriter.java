package ai.equalto.lesserbody.schema;

import ai.equalto.lesserbody.jsonrpc.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Writes records of one type as JSON. What to call is looked up once, when the writer is made.
 *
 * @param <T> the record
 */
public final class RecordWriter<T extends Record> {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Writes one value; a missing node means that the field is left out. */
  @FunctionalInterface
  private interface ValueWriter {
    JsonNode write(Object value);
  }

  private record Field(String name, MethodHandle accessor, ValueWriter writer) {}

  private final List<Field> fields;

  /**
   * Prepares a writer.
   *
   * @throws IllegalArgumentException if the record has a component of an unsupported type
   */
  public RecordWriter(Class<T> type) {
    this.fields = Arrays.stream(type.getRecordComponents()).map(RecordWriter::field).toList();
  }

  private static Field field(RecordComponent component) {
    try {
      Class<?> type = component.getDeclaringRecord();
      return new Field(
          FieldNames.ofComponent(component.getName()),
          MethodHandles.privateLookupIn(type, MethodHandles.lookup())
              .unreflect(component.getAccessor()),
          writer(ValueType.of(component.getGenericType())));
    } catch (IllegalAccessException e) {
      throw new IllegalArgumentException("no access to " + component, e);
    }
  }

  /**
   * The record as an object; optional fields that are empty are left out.
   *
   * @throws IllegalArgumentException if a number of the record is infinite or none
   */
  public ObjectNode write(T record) {
    return writeAny(record);
  }

  private ObjectNode writeAny(Object record) {
    ObjectNode json = Json.object();
    for (Field field : fields) {
      JsonNode value = field.writer().write(get(field, record));
      if (!value.isMissingNode()) {
        json.set(field.name(), value);
      }
    }
    return json;
  }

  private static Object get(Field field, Object record) {
    try {
      return field.accessor().invoke(record);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("a record's accessor threw a checked exception", e);
    }
  }

  private static ValueWriter writer(ValueType type) {
    return switch (type) {
      case ValueType.Text(), ValueType.Moment() -> value -> NODES.textNode(value.toString());
      case ValueType.Whole(boolean isLong) ->
          value -> NODES.numberNode(((Number) value).longValue());
      case ValueType.Real() -> value -> real((Double) value);
      case ValueType.Flag() -> value -> NODES.booleanNode((Boolean) value);
      case ValueType.Choice(var constants) ->
          value -> NODES.textNode(FieldNames.ofConstant((Enum<?>) value));
      case ValueType.Many(var element) -> array(writer(element));
      case ValueType.Maybe(var held) -> optional(writer(held));
      case ValueType.Nested(var nested) -> new RecordWriter<>(nested)::writeAny;
    };
  }

  private static JsonNode real(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("JSON has no number for " + value);
    }
    return NODES.numberNode(value);
  }

  private static ValueWriter array(ValueWriter element) {
    return values -> {
      ArrayNode array = NODES.arrayNode();
      ((List<?>) values).forEach(value -> array.add(element.write(value)));
      return array;
    };
  }

  private static ValueWriter optional(ValueWriter held) {
    return value -> ((Optional<?>) value).map(held::write).orElseGet(MissingNode::getInstance);
  }
}
