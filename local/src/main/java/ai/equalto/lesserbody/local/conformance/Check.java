package ai.equalto.lesserbody.local.conformance;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One check of a scenario.
 *
 * @param message what went wrong, or what was checked if nothing is said of that
 */
record Check(String id, Status status, String message) {
  /** What the suite makes of a check; the names are its own. */
  enum Status {
    SUCCESS,
    FAILURE,
    WARNING,
    SKIPPED,
    INFO
  }

  /**
   * Reads an element of a {@code checks.json}.
   *
   * @throws SuiteException if its status is none that this program knows
   */
  static Check of(JsonNode check) throws SuiteException {
    String description = check.path("description").asText();
    return new Check(
        check.path("id").asText(),
        status(check.path("status").asText()),
        check.path("errorMessage").asText(description).strip());
  }

  private static Status status(String name) throws SuiteException {
    try {
      return Status.valueOf(name);
    } catch (IllegalArgumentException e) {
      throw new SuiteException("The suite reports a check with the status '%s'".formatted(name));
    }
  }
}
