package ai.equalto.lesserbody.schema;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The kinds of value that a record may hold, and so the kinds that a schema may speak of. */
sealed interface ValueType {
  /** {@code String}. */
  record Text() implements ValueType {}

  /** {@code int} or {@code long}, or their boxes. */
  record Whole(boolean isLong) implements ValueType {}

  /** {@code double} or its box. */
  record Real() implements ValueType {}

  /** {@code boolean} or its box. */
  record Flag() implements ValueType {}

  /** {@code Instant}, as an RFC 3339 timestamp. */
  record Moment() implements ValueType {}

  /** An enum, by its constants in lower case. */
  record Choice(Class<? extends Enum<?>> constants) implements ValueType {}

  /** {@code List}; one that is absent is empty. */
  record Many(ValueType element) implements ValueType {}

  /** {@code Optional}. */
  record Maybe(ValueType value) implements ValueType {}

  /** Another record. */
  record Nested(Class<? extends Record> type) implements ValueType {}

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
