package ai.equalto.lesserbody.memory;

/** Tells the model what to do when the store fails, and nothing of what is behind it. */
final class Failures {
  private Failures() {}

  /** What to do. */
  static String words(MemoryUnavailableException e) {
    return words(e, "");
  }

  /** The same, with advice that applies only if trying again may help. */
  static String words(MemoryUnavailableException e, String retryAdvice) {
    return switch (e.remedy()) {
      case RETRY -> "Memory cannot be reached just now. Try again in a few seconds." + retryAdvice;
      case OPERATOR ->
          "Memory is not set up correctly. Trying again will not help; the operator of this server"
              + " has to look at its log.";
    };
  }
}
