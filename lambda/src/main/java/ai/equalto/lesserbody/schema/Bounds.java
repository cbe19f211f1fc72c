package ai.equalto.lesserbody.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Inclusive bounds: of a number its value, of a text its length in Unicode code points, of a list
 * its number of elements. On a type argument it bounds the elements. Of an {@code int} they lie
 * within its range, of a {@code long} within what JavaScript keeps exact, 2<sup>53</sup> - 1 to
 * either side.
 */
@Documented
@Target(ElementType.TYPE_USE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Bounds {
  long min() default 0;

  long max();
}
