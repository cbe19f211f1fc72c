package ai.equalto.lesserbody.schema;

import java.util.function.Supplier;

/**
 * A value that is computed when it is first asked for, once. A computation that fails is not kept.
 */
public final class Lazy<T> implements Supplier<T> {
  private final Supplier<T> computation;
  private volatile T value;

  private Lazy(Supplier<T> computation) {
    this.computation = computation;
  }

  /** Computes nothing yet. The computation must not give null, and may be asked by any thread. */
  public static <T> Supplier<T> of(Supplier<T> computation) {
    return new Lazy<>(computation);
  }

  @Override
  public T get() {
    T known = value;
    return known != null ? known : compute();
  }

  private synchronized T compute() {
    if (value == null) {
      value = computation.get();
    }
    return value;
  }
}
