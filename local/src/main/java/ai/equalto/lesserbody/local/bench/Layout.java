package ai.equalto.lesserbody.local.bench;

/** How a function comes to Lambda. */
enum Layout {
  /**
   * As a zip: its classes are loaded by the runtime's own class loader, and only the runtime's and
   * the JDK's come from a cache, which stands in for the one that the managed runtime brings.
   */
  ZIP,

  /** In a container image: all on one class path, with a cache that was trained on the function. */
  FLAT
}
