package ai.equalto.lesserbody;

/** Stands in until the first real class arrives; delete it then. */
public final class Placeholder {
  private Placeholder() {}

  /** Returns the name of the system. */
  public static String name() {
    return "lesser-body";
  }
}
