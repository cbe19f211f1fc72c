package ai.equalto.lesserbody.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;

/**
 * Reads records of one type from JSON that fits their schema. What to call is looked up once, when
 * the reader is made.
 *
 * @param <T> the record
 */
public final class RecordReader<T extends Record> {
  private final Constructor<T> constructor;
  private final String[] names;
  private final ValueType[] kinds;

  /**
   * Prepares a reader.
   *
   * @throws IllegalArgumentException if the record has a component of an unsupported type
   */
  public RecordReader(Class<T> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    this.names = new String[components.length];
    this.kinds = new ValueType[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      names[i] = FieldNames.ofComponent(components[i].getName());
      kinds[i] = ValueType.of(components[i].getGenericType());
    }
    this.constructor = constructor(type, types);
  }

  private static <T> Constructor<T> constructor(Class<T> type, Class<?>[] types) {
    try {
      Constructor<T> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor;
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException("no constructor of the record " + type.getName(), e);
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
    Object[] values = new Object[names.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = kinds[i].read(names[i], json.path(names[i]));
    }
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw refusal(e.getCause());
    } catch (InstantiationException | IllegalAccessException e) {
      throw new IllegalStateException("no access to " + constructor, e);
    }
  }

  private static InvalidInputException refusal(Throwable thrown) {
    return switch (thrown) {
      case IllegalArgumentException refusal ->
          new InvalidInputException("Invalid arguments: " + refusal.getMessage());
      case RuntimeException bug -> throw bug;
      case Error error -> throw error;
      default ->
          throw new IllegalStateException(
              "a record's constructor threw a checked exception", thrown);
    };
  }
}
