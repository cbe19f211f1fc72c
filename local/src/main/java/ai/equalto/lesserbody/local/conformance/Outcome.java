package ai.equalto.lesserbody.local.conformance;

/** What a result means here. */
enum Outcome {
  PASSED("ok", true),
  /** Fails, and nothing excuses it. */
  FAILED("FAIL", false),
  /** A required scenario fails, for a reason that is known. */
  FAILED_AS_EXPECTED("expected", true),
  /** Passes, though it is expected to fail: the expectation is out of date. */
  STALE("STALE", false),
  /** A scenario that is not scored fails, and may. */
  TOLERATED("may fail", true);

  private final String word;
  private final boolean good;

  Outcome(String word, boolean good) {
    this.word = word;
    this.good = good;
  }

  /** What a reader sees of it. */
  String word() {
    return word;
  }

  /** Whether all is as it should be. */
  boolean isGood() {
    return good;
  }
}
