package ai.equalto.lesserbody.schema;

import ai.equalto.lesserbody.jsonrpc.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes records of one type as JSON. What to call is looked up once, when the writer is made.
 *
 * @param <T> the record
 */
public final class RecordWriter<T extends Record> {
  private record Field(String name, MethodHandle accessor, ValueType kind) {}

  private final List<Field> fields;

  /**
   * Prepares a writer.
   *
   * @throws IllegalArgumentException if the record has a component of an unsupported type
   */
  public RecordWriter(Class<T> type) {
    List<Field> all = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      all.add(field(component));
    }
    this.fields = List.copyOf(all);
  }

  private static Field field(RecordComponent component) {
    try {
      Class<?> type = component.getDeclaringRecord();
      return new Field(
          FieldNames.ofComponent(component.getName()),
          MethodHandles.privateLookupIn(type, MethodHandles.lookup())
              .unreflect(component.getAccessor()),
          ValueType.of(component.getGenericType()));
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

  ObjectNode writeAny(Object record) {
    ObjectNode json = Json.object();
    for (Field field : fields) {
      JsonNode value = field.kind().write(get(field, record));
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
}
