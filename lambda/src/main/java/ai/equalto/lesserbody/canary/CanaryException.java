package ai.equalto.lesserbody.canary;

import java.util.Locale;

/**
 * The endpoint is not well. The message names the step, what came and what was expected; it repeats
 * no token, header or body.
 */
public final class CanaryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CanaryException(Step step, String got, String expected, Throwable cause) {
    super(step.name().toLowerCase(Locale.ROOT) + ": " + got + ", expected " + expected, cause);
  }
}
