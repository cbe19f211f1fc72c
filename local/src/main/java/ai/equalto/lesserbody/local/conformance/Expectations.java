package ai.equalto.lesserbody.local.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What this server is known not to pass, each with the reason: the file {@code expectations.json}.
 * Whatever it does not name has to pass.
 *
 * @param expectedFailures for each revision that is checked, the required scenarios that must fail
 * @param notScoredMayFail scenarios that no revision requires, and that may fail or pass
 */
record Expectations(
    Map<String, Map<String, String>> expectedFailures, Map<String, String> notScoredMayFail) {
  /** Where they stand. */
  static final String FILE = "expectations.json";

  /** Those of this checkout. */
  static Expectations own() throws IOException {
    return parse(Resources.bytes(FILE));
  }

  /**
   * @throws SuiteException if it is not JSON
   */
  static Expectations parse(byte[] bytes) throws SuiteException {
    JsonNode json = Resources.json(bytes, FILE);
    Map<String, Map<String, String>> expectedFailures = new LinkedHashMap<>();
    json.path("expectedFailures")
        .forEachEntry((revision, groups) -> expectedFailures.put(revision, reasons(groups)));
    return new Expectations(expectedFailures, reasons(json.path("notScoredMayFail")));
  }

  /** The revisions that are checked, in this order. */
  List<String> revisions() {
    return List.copyOf(expectedFailures.keySet());
  }

  /** The required scenarios of a revision that must fail, each with the reason. */
  Map<String, String> failuresAt(String revision) {
    return expectedFailures.getOrDefault(revision, Map.of());
  }

  private static Map<String, String> reasons(JsonNode groups) {
    Map<String, String> reasons = new LinkedHashMap<>();
    for (JsonNode group : groups) {
      String reason = group.path("reason").asText();
      group.path("scenarios").forEach(scenario -> reasons.put(scenario.asText(), reason));
    }
    return reasons;
  }
}
