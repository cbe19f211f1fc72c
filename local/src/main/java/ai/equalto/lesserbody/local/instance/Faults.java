package ai.equalto.lesserbody.local.instance;

import java.util.Optional;

/** What is to go wrong with one instance. Safe for use by many threads. */
public final class Faults {
  private Optional<Fault> current = Optional.empty();
  private long left;

  Faults() {}

  /** Lets this go wrong with the next requests, so many of them, in place of any fault before. */
  public synchronized void next(int requests, Fault fault) {
    current = Optional.of(fault);
    left = requests;
  }

  /** Lets this go wrong with every request until {@link #clear}. */
  public synchronized void always(Fault fault) {
    current = Optional.of(fault);
    left = Long.MAX_VALUE;
  }

  /** Lets nothing go wrong. */
  public synchronized void clear() {
    current = Optional.empty();
  }

  /** What goes wrong with the request that is at hand. */
  synchronized Optional<Fault> take() {
    if (left == 0) {
      current = Optional.empty();
    } else {
      left--;
    }
    return current;
  }
}
