package ai.equalto.lesserbody.local;

import ai.equalto.lesserbody.Placeholder;

/** Stands in until the first real class arrives; delete it then. */
public final class LocalPlaceholder {
  private LocalPlaceholder() {}

  /** Returns the name of the system, as run on a laptop. */
  public static String name() {
    return Placeholder.name() + " (local)";
  }
}
