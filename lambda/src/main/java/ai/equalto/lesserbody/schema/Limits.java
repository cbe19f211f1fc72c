package ai.equalto.lesserbody.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.util.Optional;

/**
 * The annotations that limit the values of one type in a record. One that does not fit the type
 * would limit nothing, so it is an {@link IllegalArgumentException}, which names the component.
 */
record Limits(String component, Optional<Bounds> bounds, Optional<Matches> matches) {
  /** Those before the type of a component. */
  static Limits of(RecordComponent component) {
    return of(
        component.getDeclaringRecord().getName() + "." + component.getName(),
        component.getAnnotatedType());
  }

  private static Limits of(String component, AnnotatedElement type) {
    return new Limits(
        component,
        Optional.ofNullable(type.getAnnotation(Bounds.class)),
        Optional.ofNullable(type.getAnnotation(Matches.class)));
  }

  /** Those of the elements of a list. */
  Limits ofElements(AnnotatedType element) {
    return of(component, element);
  }

  /** Those of the value of an Optional, before which they may stand as well as inside. */
  Limits ofHeld(AnnotatedType held) {
    Limits inside = of(component, held);
    if (!areNone() && !inside.areNone()) {
      throw new IllegalArgumentException(
          "limits stand both before the Optional and inside it: " + component);
    }
    return areNone() ? inside : this;
  }

  private boolean areNone() {
    return bounds.isEmpty() && matches.isEmpty();
  }

  ObjectNode onText(ObjectNode schema) {
    matches.ifPresent(pattern -> schema.put("pattern", pattern.value()));
    return onSize(schema, "minLength", "maxLength");
  }

  ObjectNode onList(ObjectNode schema) {
    refuse(matches);
    return onSize(schema, "minItems", "maxItems");
  }

  /** Bounds must lie within what the type holds. */
  ObjectNode onNumber(ObjectNode schema, long least, long most) {
    refuse(matches);
    bounds
        .map(range -> within(range, least, most))
        .ifPresent(range -> schema.put("minimum", range.min()).put("maximum", range.max()));
    return schema;
  }

  ObjectNode onNothing(ObjectNode schema) {
    refuse(matches);
    refuse(bounds);
    return schema;
  }

  private ObjectNode onSize(ObjectNode schema, String least, String most) {
    bounds
        .map(sizes -> within(sizes, 0, Integer.MAX_VALUE))
        .ifPresent(sizes -> {
          // No size is less than zero, so that need not be said.
          if (sizes.min() != 0) {
            schema.put(least, sizes.min());
          }
          schema.put(most, sizes.max());
        });
    return schema;
  }

  private Bounds within(Bounds range, long least, long most) {
    if (range.min() < least || range.max() > most || range.min() > range.max()) {
      throw new IllegalArgumentException(
          "@Bounds from " + range.min() + " to " + range.max() + " do not fit " + component);
    }
    return range;
  }

  private void refuse(Optional<? extends Annotation> annotation) {
    annotation.ifPresent(unfit -> {
      String name = unfit.annotationType().getSimpleName();
      throw new IllegalArgumentException("@" + name + " does not fit the type of " + component);
    });
  }
}
