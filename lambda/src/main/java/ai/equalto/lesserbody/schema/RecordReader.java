package ai.equalto.lesserbody.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads records of one type from JSON that fits their schema. What to call is looked up once, when
 * the reader is made.
 *
 * @param <T> the record
 */
public final class RecordReader<T extends Record> {
  /** Reads one value; {@code name} is for the message when it cannot. */
  @FunctionalInterface
  private interface ValueReader {
    Object read(String name, JsonNode json) throws InvalidInputException;
  }

  private final Class<T> type;
  private final MethodHandle constructor;
  private final List<String> names;
  private final List<ValueReader> readers;

  /**
   * Prepares a reader.
   *
   * @throws IllegalArgumentException if the record has a component of an unsupported type
   */
  public RecordReader(Class<T> type) {
    this.type = type;
    RecordComponent[] components = type.getRecordComponents();
    this.constructor = constructor(type, components);
    this.names = Arrays.stream(components).map(c -> FieldNames.ofComponent(c.getName())).toList();
    this.readers =
        Arrays.stream(components).map(c -> reader(ValueType.of(c.getGenericType()))).toList();
  }

  private static MethodHandle constructor(Class<?> type, RecordComponent[] components) {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return MethodHandles.privateLookupIn(type, MethodHandles.lookup())
          .unreflectConstructor(type.getDeclaredConstructor(types))
          .asSpreader(Object[].class, types.length);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("no access to the record " + type.getName(), e);
    }
  }

  /**
   * Reads a record. An optional field that is null counts as absent, as does a list.
   *
   * @throws InvalidInputException if the record's own constructor refuses the values with an {@link
   *     IllegalArgumentException}, whose message it then carries, or if a timestamp is of the right
   *     form but not in the calendar
   */
  public T read(JsonNode json) throws InvalidInputException {
    Object[] values = new Object[names.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = readers.get(i).read(names.get(i), json.path(names.get(i)));
    }
    try {
      return type.cast(constructor.invoke(values));
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException("Invalid arguments: " + e.getMessage());
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("a record's constructor threw a checked exception", e);
    }
  }

  private static ValueReader reader(ValueType type) {
    return switch (type) {
      case ValueType.Text() -> (name, json) -> json.textValue();
      case ValueType.Whole(boolean isLong) ->
          isLong ? (name, json) -> json.longValue() : (name, json) -> json.intValue();
      case ValueType.Real() -> (name, json) -> json.doubleValue();
      case ValueType.Flag() -> (name, json) -> json.booleanValue();
      case ValueType.Moment() -> (name, json) -> moment(name, json.textValue());
      case ValueType.Choice(var constants) -> (name, json) -> constant(constants, json);
      case ValueType.Many(var element) -> list(reader(element));
      case ValueType.Maybe(var held) -> optional(reader(held));
      case ValueType.Nested(var nested) -> {
        RecordReader<?> reader = new RecordReader<>(nested);
        yield (name, json) -> reader.read(json);
      }
    };
  }

  private static Instant moment(String name, String text) throws InvalidInputException {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new InvalidInputException(
          "Invalid arguments: " + name + ": must be an RFC 3339 timestamp of the calendar.");
    }
  }

  private static Enum<?> constant(Class<? extends Enum<?>> constants, JsonNode json) {
    return Arrays.stream(constants.getEnumConstants())
        .filter(constant -> FieldNames.ofConstant(constant).equals(json.textValue()))
        .findFirst()
        .orElseThrow();
  }

  private static ValueReader list(ValueReader element) {
    return (name, json) -> {
      List<Object> list = new ArrayList<>();
      for (JsonNode item : json) {
        list.add(element.read(name, item));
      }
      return List.copyOf(list);
    };
  }

  private static ValueReader optional(ValueReader held) {
    return (name, json) ->
        json.isMissingNode() || json.isNull()
            ? Optional.empty()
            : Optional.of(held.read(name, json));
  }
}
