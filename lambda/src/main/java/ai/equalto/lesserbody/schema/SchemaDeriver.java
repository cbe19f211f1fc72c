package ai.equalto.lesserbody.schema;

import ai.equalto.lesserbody.jsonrpc.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.AnnotatedElement;
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
      ObjectNode property = value(component.getAnnotatedType(), component.getAnnotatedType());
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
            "@MirroredHeader is not for the type of " + name(component));
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
      case ValueType.Moment() -> false;
      case ValueType.Many(var element) -> false;
      case ValueType.Nested(var record) -> false;
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

  /** {@code limits} carries the annotations, which may stand before an Optional or inside it. */
  private static ObjectNode value(AnnotatedType type, AnnotatedElement limits) {
    return switch (ValueType.of(type.getType())) {
      case ValueType.Text() -> text(limits);
      case ValueType.Whole(boolean isLong) -> whole(isLong, limits);
      case ValueType.Flag() -> Json.object().put("type", "boolean");
      case ValueType.Moment() -> Json.object().put("type", "string").put("format", "date-time");
      case ValueType.Choice(var constants) -> choice(constants);
      case ValueType.Many(var element) -> many(argument(type), limits);
      case ValueType.Maybe(var held) -> maybe(argument(type), limits);
      case ValueType.Nested(var record) -> derive(record);
    };
  }

  private static AnnotatedType argument(AnnotatedType generic) {
    return ((AnnotatedParameterizedType) generic).getAnnotatedActualTypeArguments()[0];
  }

  private static ObjectNode maybe(AnnotatedType held, AnnotatedElement limits) {
    return value(held, held.getAnnotations().length == 0 ? limits : held);
  }

  private static ObjectNode text(AnnotatedElement limits) {
    ObjectNode schema = Json.object().put("type", "string");
    Matches matches = limits.getAnnotation(Matches.class);
    if (matches != null) {
      schema.put("pattern", matches.value());
    }
    return bounded(schema, limits, "minLength", "maxLength");
  }

  private static ObjectNode whole(boolean isLong, AnnotatedElement limits) {
    ObjectNode schema = Json.object().put("type", "integer");
    return limits.isAnnotationPresent(Bounds.class)
        ? bounded(schema, limits, "minimum", "maximum")
        : schema
            .put("minimum", isLong ? -SAFE_INTEGER : Integer.MIN_VALUE)
            .put("maximum", isLong ? SAFE_INTEGER : Integer.MAX_VALUE);
  }

  private static ObjectNode choice(Class<? extends Enum<?>> constants) {
    ObjectNode schema = Json.object().put("type", "string");
    ArrayNode names = schema.putArray("enum");
    for (Enum<?> constant : constants.getEnumConstants()) {
      names.add(FieldNames.ofConstant(constant));
    }
    return schema;
  }

  private static ObjectNode many(AnnotatedType element, AnnotatedElement limits) {
    ObjectNode schema = Json.object().put("type", "array");
    schema.set("items", value(element, element));
    return bounded(schema, limits, "minItems", "maxItems");
  }

  private static ObjectNode bounded(
      ObjectNode schema, AnnotatedElement limits, String least, String most) {
    Bounds bounds = limits.getAnnotation(Bounds.class);
    if (bounds == null) {
      return schema;
    }
    // A length or a number of elements is never less than zero, so that need not be said.
    if (bounds.min() != 0 || least.equals("minimum")) {
      schema.put(least, bounds.min());
    }
    return schema.put(most, bounds.max());
  }
}
