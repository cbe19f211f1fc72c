package ai.equalto.lesserbody.lesser;

/** The ids that an instance gives: words without a meaning, or URLs. */
final class InstanceId {
  /** No segment begins with a dot, so that none can lead out of its place in a path. */
  static final String PATTERN =
      "^([A-Za-z0-9_~:-][A-Za-z0-9_.~:-]*"
          + "|https://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9_~@:-][A-Za-z0-9_.~@:-]*)*)$";

  /** How long an id may be. */
  static final int MAX = 512;

  private InstanceId() {}
}
