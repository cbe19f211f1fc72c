package ai.equalto.lesserbody.canary;

/** What the canary does, in this order. */
enum Step {
  /** Reads the public page of the server. */
  CARD,
  /** Reads the metadata by which clients find the authorization server. */
  METADATA,
  /** Asks without a token, to be told where to get one. */
  CHALLENGE,
  /** Signs a token of its own. */
  TOKEN,
  /** Calls a tool with it. */
  CALL;

  CanaryException failed(String got, String expected) {
    return new CanaryException(this, got, expected, null);
  }

  CanaryException failed(String got, String expected, Throwable cause) {
    return new CanaryException(this, got, expected, cause);
  }
}
