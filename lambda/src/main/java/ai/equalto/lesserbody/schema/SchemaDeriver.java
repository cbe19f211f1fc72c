package ai.equalto.lesserbody.schema;

import ai.equalto.lesserbody.jsonrpc.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;

/** Derives the JSON Schema of a record from its components and their annotations. */
final class SchemaDeriver {
  /** The largest whole number that JavaScript clients keep exact. */
  private static final long SAFE_INTEGER = HeaderParameters.MAX_INTEGER;

  private SchemaDeriver() {}

  /**
   * The schema of a record.
   *
   * @throws IllegalArgumentException if a component has no {@link Description}, a type that no
   *     schema can speak of, or a {@link MirroredHeader} that clients would refuse; the message
   *     names it
   */
  static ObjectNode derive(Class<? extends Record> type) {
    ObjectNode schema = Json.object().put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = Json.array();
    for (RecordComponent component : type.getRecordComponents()) {
      String name = FieldNames.ofComponent(component.getName());
      ObjectNode property = value(component.getAnnotatedType(), Limits.of(component));
      properties.set(name, property.put("description", description(component)));
      mirror(component, property);
      if (isRequired(ValueType.of(component.getGenericType()))) {
        required.add(name);
      }
    }
    if (!required.isEmpty()) {
      schema.set("required", required);
    }
    HeaderParameters.of(schema);
    return schema;
  }

  private static void mirror(RecordComponent component, ObjectNode property) {
    MirroredHeader header = component.getAnnotation(MirroredHeader.class);
    if (header != null) {
      if (!isMirrorable(ValueType.of(component.getGenericType()))) {
        throw new IllegalArgumentException(
            "@MirroredHeader does not fit the type of " + name(component));
      }
      property.put(HeaderParameters.KEYWORD, header.value());
    }
  }

  private static boolean isMirrorable(ValueType type) {
    return switch (type) {
      case ValueType.Text(), ValueType.Flag() -> true;
      case ValueType.Whole(boolean isLong) -> true;
      case ValueType.Choice(var constants) -> true;
      case ValueType.Maybe(var held) -> isMirrorable(held);
      case ValueType.Real(), ValueType.Moment() -> false;
      case ValueType.Many(var element) -> false;
      case ValueType.Nested nested -> false;
    };
  }

  private static String name(RecordComponent component) {
    return component.getDeclaringRecord().getName() + "." + component.getName();
  }

  private static boolean isRequired(ValueType type) {
    return !(type instanceof ValueType.Maybe || type instanceof ValueType.Many);
  }

  private static String description(RecordComponent component) {
    Description description = component.getAnnotation(Description.class);
    if (description == null) {
      throw new IllegalArgumentException(name(component) + " has no @Description");
    }
    return description.value();
  }

  private static ObjectNode value(AnnotatedType type, Limits limits) {
    return switch (ValueType.of(type.getType())) {
      case ValueType.Text() -> limits.onText(typed("string"));
      case ValueType.Whole(boolean isLong) -> whole(isLong, limits);
      case ValueType.Real() -> limits.onNumber(typed("number"), Long.MIN_VALUE, Long.MAX_VALUE);
      case ValueType.Flag() -> limits.onNothing(typed("boolean"));
      case ValueType.Moment() -> limits.onNothing(typed("string").put("format", "date-time"));
      case ValueType.Choice(var constants) -> limits.onNothing(choice(constants));
      case ValueType.Many(var element) -> limits.onList(many(argument(type), limits));
      case ValueType.Maybe(var held) -> value(argument(type), limits.ofHeld(argument(type)));
      case ValueType.Nested nested -> limits.onNothing(derive(nested.type()));
    };
  }

  private static ObjectNode typed(String type) {
    return Json.object().put("type", type);
  }

  private static AnnotatedType argument(AnnotatedType generic) {
    return ((AnnotatedParameterizedType) generic).getAnnotatedActualTypeArguments()[0];
  }

  private static ObjectNode whole(boolean isLong, Limits limits) {
    long least = isLong ? -SAFE_INTEGER : Integer.MIN_VALUE;
    long most = isLong ? SAFE_INTEGER : Integer.MAX_VALUE;
    ObjectNode schema = typed("integer").put("minimum", least).put("maximum", most);
    return limits.onNumber(schema, least, most);
  }

  private static ObjectNode choice(Class<? extends Enum<?>> constants) {
    ObjectNode schema = typed("string");
    ArrayNode names = schema.putArray("enum");
    for (Enum<?> constant : constants.getEnumConstants()) {
      names.add(FieldNames.ofConstant(constant));
    }
    return schema;
  }

  private static ObjectNode many(AnnotatedType element, Limits limits) {
    ObjectNode schema = typed("array");
    schema.set("items", value(element, limits.ofElements(element)));
    return schema;
  }
}
