package ai.equalto.lesserbody.local.token;

import java.io.IOException;

/** There is no usable secret; the message says why and what to do, and tells nothing of it. */
public final class SecretException extends IOException {
  private static final long serialVersionUID = 1L;

  SecretException(String message) {
    super(message);
  }
}
