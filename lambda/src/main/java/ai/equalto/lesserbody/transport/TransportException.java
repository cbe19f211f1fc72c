package ai.equalto.lesserbody.transport;

import static java.util.Objects.requireNonNull;

/** There is no whole reply. Messages name the call and the reason, never a header or a body. */
public final class TransportException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why not. */
  public enum Reason {
    /** No connection, or none that can be trusted: nothing of the request was sent. */
    CONNECT,
    /** Not in time; the request may have had its effect. */
    TIMEOUT,
    /** The calling thread was interrupted, and still is; the request may have had its effect. */
    INTERRUPTED,
    /** A reply came, larger than is read; the request has had its effect. */
    TOO_LARGE,
    /** The connection broke, or what came is not HTTP; the request may have had its effect. */
    BROKEN
  }

  private final Reason reason;

  public TransportException(Reason reason, HttpCall call, Throwable cause) {
    super(reason + ": " + call, cause);
    this.reason = requireNonNull(reason, "reason");
  }

  /** Why not. */
  public Reason reason() {
    return reason;
  }
}
