package ai.equalto.lesserbody.local.doctor;

/** What a check came to. */
public enum Status {
  OK("ok"),
  /** Works, but somebody will be bitten by it. */
  WARNING("warning"),
  FAILED("failed"),
  /** Nothing is known. */
  NOT_RUN("not run");

  private final String word;

  Status(String word) {
    this.word = word;
  }

  /** How a report writes it. */
  public String word() {
    return word;
  }
}
