package ai.equalto.lesserbody.auth;

/** A secret cannot be had, or not be used. Tells why, and nothing of the secret. */
public final class SecretSourceException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why, as the audit says it. */
  public enum Reason {
    /** There is no such secret, or no version of it. */
    NOT_FOUND,
    /** This function may not read it, or it is about to be deleted. */
    REFUSED,
    /** The store did not answer, or asked to be left alone. */
    NO_ANSWER,
    /** It is empty. */
    EMPTY,
    /** It is JSON without a text in {@code secret}, or not JSON although it begins like that. */
    MALFORMED,
    /** It has fewer bytes than it needs. */
    TOO_SHORT,
    /** It is of a form that cannot be told from something else. */
    UNFIT,
    /** Nobody foresaw it. */
    BROKEN
  }

  private final Reason reason;

  public SecretSourceException(Reason reason) {
    super(reason.name());
    this.reason = reason;
  }

  /** The same, with what was underneath; its message must tell nothing either. */
  public SecretSourceException(Reason reason, Throwable cause) {
    super(reason.name(), cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
