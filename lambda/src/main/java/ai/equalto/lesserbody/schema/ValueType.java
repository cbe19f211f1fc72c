package ai.equalto.lesserbody.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The kinds of value that a record may hold, and so the kinds that a schema may speak of. Each
 * knows how it is read and written, since a switch over all of them would bring all of them into a
 * cold start.
 */
sealed interface ValueType {
  /**
   * Reads a value that fits the schema.
   *
   * @param name is for the message when it cannot be read all the same
   */
  Object read(String name, JsonNode json) throws InvalidInputException;

  /** The value as JSON; a missing node means that the field is left out. */
  JsonNode write(Object value);

  /** {@code String}. */
  record Text() implements ValueType {
    @Override
    public Object read(String name, JsonNode json) {
      return json.textValue();
    }

    @Override
    public JsonNode write(Object value) {
      return JsonNodeFactory.instance.textNode((String) value);
    }
  }

  /** {@code int} or {@code long}, or their boxes. */
  record Whole(boolean isLong) implements ValueType {
    @Override
    public Object read(String name, JsonNode json) {
      if (isLong) {
        return json.longValue();
      }
      return json.intValue();
    }

    @Override
    public JsonNode write(Object value) {
      return JsonNodeFactory.instance.numberNode(((Number) value).longValue());
    }
  }

  /** {@code double} or its box. */
  record Real() implements ValueType {
    @Override
    public Object read(String name, JsonNode json) {
      return json.doubleValue();
    }

    @Override
    public JsonNode write(Object value) {
      double number = (Double) value;
      if (!Double.isFinite(number)) {
        throw new IllegalArgumentException("JSON has no number for " + number);
      }
      return JsonNodeFactory.instance.numberNode(number);
    }
  }

  /** {@code boolean} or its box. */
  record Flag() implements ValueType {
    @Override
    public Object read(String name, JsonNode json) {
      return json.booleanValue();
    }

    @Override
    public JsonNode write(Object value) {
      return JsonNodeFactory.instance.booleanNode((Boolean) value);
    }
  }

  /** {@code Instant}, as an RFC 3339 timestamp. */
  record Moment() implements ValueType {
    @Override
    public Object read(String name, JsonNode json) throws InvalidInputException {
      try {
        return OffsetDateTime.parse(json.textValue()).toInstant();
      } catch (DateTimeException e) {
        throw new InvalidInputException(
            "Invalid arguments: " + name + ": must be an RFC 3339 timestamp of the calendar.");
      }
    }

    @Override
    public JsonNode write(Object value) {
      return JsonNodeFactory.instance.textNode(value.toString());
    }
  }

  /** An enum, by its constants in lower case. */
  record Choice(Class<? extends Enum<?>> constants) implements ValueType {
    @Override
    public Object read(String name, JsonNode json) {
      for (Enum<?> constant : constants.getEnumConstants()) {
        if (FieldNames.ofConstant(constant).equals(json.textValue())) {
          return constant;
        }
      }
      throw new NoSuchElementException(name);
    }

    @Override
    public JsonNode write(Object value) {
      return JsonNodeFactory.instance.textNode(FieldNames.ofConstant((Enum<?>) value));
    }
  }

  /** {@code List}; one that is absent is empty. */
  record Many(ValueType element) implements ValueType {
    @Override
    public Object read(String name, JsonNode json) throws InvalidInputException {
      List<Object> list = new ArrayList<>();
      for (JsonNode item : json) {
        list.add(element.read(name, item));
      }
      return List.copyOf(list);
    }

    @Override
    public JsonNode write(Object value) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      for (Object item : (List<?>) value) {
        array.add(element.write(item));
      }
      return array;
    }
  }

  /** {@code Optional}. */
  record Maybe(ValueType value) implements ValueType {
    @Override
    public Object read(String name, JsonNode json) throws InvalidInputException {
      return json.isMissingNode() || json.isNull()
          ? Optional.empty()
          : Optional.of(value.read(name, json));
    }

    @Override
    public JsonNode write(Object maybe) {
      Optional<?> held = (Optional<?>) maybe;
      return held.isPresent() ? value.write(held.get()) : MissingNode.getInstance();
    }
  }

  /** Another record. */
  final class Nested implements ValueType {
    private final Class<? extends Record> type;
    private final Supplier<RecordReader<?>> reader;
    private final Supplier<RecordWriter<?>> writer;

    Nested(Class<? extends Record> type) {
      this.type = type;
      this.reader = Lazy.of(() -> new RecordReader<>(type));
      this.writer = Lazy.of(() -> new RecordWriter<>(type));
    }

    Class<? extends Record> type() {
      return type;
    }

    @Override
    public Object read(String name, JsonNode json) throws InvalidInputException {
      return reader.get().read(json);
    }

    @Override
    public JsonNode write(Object value) {
      return writer.get().writeAny(value);
    }
  }

  /**
   * The kind of a Java type.
   *
   * @throws IllegalArgumentException naming a type that has no kind
   */
  static ValueType of(Type type) {
    if (type instanceof ParameterizedType generic) {
      ValueType argument = of(generic.getActualTypeArguments()[0]);
      if (argument instanceof Maybe) {
        throw unsupported(type);
      }
      if (generic.getRawType() == List.class) {
        return new Many(argument);
      }
      if (generic.getRawType() == Optional.class) {
        return new Maybe(argument);
      }
    }
    if (type instanceof Class<?> plain) {
      return ofClass(plain);
    }
    throw unsupported(type);
  }

  private static ValueType ofClass(Class<?> type) {
    if (type == String.class) {
      return new Text();
    } else if (type == int.class || type == Integer.class) {
      return new Whole(false);
    } else if (type == long.class || type == Long.class) {
      return new Whole(true);
    } else if (type == double.class || type == Double.class) {
      return new Real();
    } else if (type == boolean.class || type == Boolean.class) {
      return new Flag();
    } else if (type == Instant.class) {
      return new Moment();
    } else if (type.isEnum()) {
      return new Choice(enumOf(type));
    } else if (type.isRecord()) {
      return new Nested(type.asSubclass(Record.class));
    }
    throw unsupported(type);
  }

  @SuppressWarnings("unchecked") // the caller asked isEnum
  private static Class<? extends Enum<?>> enumOf(Class<?> type) {
    return (Class<? extends Enum<?>>) type;
  }

  private static IllegalArgumentException unsupported(Type type) {
    return new IllegalArgumentException("a tool's record cannot hold a " + type.getTypeName());
  }
}
