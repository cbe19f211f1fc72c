package ai.equalto.lesserbody.local.bench;

/**
 * How far a run goes beyond the usual.
 *
 * @param peers measures those of others as well, which are installed for it
 * @param full also what takes many minutes
 */
public record Extent(boolean peers, boolean full) {
  static final Extent USUAL = new Extent(false, false);
}
