package ai.equalto.lesserbody.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Clients repeat the field in the header {@code Mcp-Param-} and this name, so that a gateway can
 * route by it without reading the body (2026-07-28, "x-mcp-header"). For a text, a whole number, a
 * boolean or an enum, perhaps optional; not for a secret, since headers end up in logs.
 */
@Documented
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface MirroredHeader {
  /** A token (RFC 9110 section 5.6.2), unique in the input without regard to case. */
  String value();
}
