package ai.equalto.lesserbody.local.child;

import java.io.IOException;

/** A program was not run to its end; the message says why. */
public class ChildException extends IOException {
  private static final long serialVersionUID = 1L;

  ChildException(String message) {
    super(message);
  }
}
