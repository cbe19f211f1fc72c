package ai.equalto.lesserbody.memory;

import static java.util.Objects.requireNonNull;

/** The memory store did not do what it was asked. The store has logged why. */
public final class MemoryUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Who can help. */
  public enum Remedy {
    /** Nobody needs to: the same call may work a moment later. */
    RETRY,
    /** The operator: the same call will fail until the set-up has changed. */
    OPERATOR
  }

  private final Remedy remedy;

  public MemoryUnavailableException(Remedy remedy, Throwable cause) {
    super("memory store unavailable", cause);
    this.remedy = requireNonNull(remedy, "remedy");
  }

  /** Who can help. */
  public Remedy remedy() {
    return remedy;
  }
}
