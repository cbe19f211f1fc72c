package ai.equalto.lesserbody.mcp.legacy;

/** The session store cannot be reached just now; the same request may work a moment later. */
public final class SessionsUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SessionsUnavailableException(Throwable cause) {
    super("session store unavailable", cause);
  }
}
