package ai.equalto.lesserbody.local.bench;

import java.io.IOException;

/**
 * Nothing can be measured, or what was measured did not do what it had to; the message says why.
 */
public final class BenchException extends IOException {
  private static final long serialVersionUID = 1L;

  BenchException(String message) {
    super(message);
  }

  BenchException(String message, Throwable cause) {
    super(message, cause);
  }
}
