package ai.equalto.lesserbody.local.conformance;

import java.io.IOException;

/** The suite cannot be installed or run; the message says why and what to do. */
class SuiteException extends IOException {
  private static final long serialVersionUID = 1L;

  SuiteException(String message) {
    super(message);
  }
}
