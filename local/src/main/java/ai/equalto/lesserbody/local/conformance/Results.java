package ai.equalto.lesserbody.local.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The results of a run, as the suite writes them: a directory for each scenario that it began. */
final class Results {
  private static final Pattern DIRECTORY =
      Pattern.compile("server-(.+)-\\d{4}-\\d\\d-\\d\\dT\\d\\d-\\d\\d-\\d\\d-\\d{3}Z");
  private static final Check NONE =
      new Check(
          "no-result",
          Check.Status.FAILURE,
          "The suite left no result of this scenario; its log says why.");

  private final Map<String, ScenarioResult> scenarios;

  private Results(Map<String, ScenarioResult> scenarios) {
    this.scenarios = scenarios;
  }

  /**
   * @throws SuiteException if something in it is not as the suite writes it
   */
  static Results read(Path directory) throws IOException {
    List<Path> entries;
    try (Stream<Path> listed = Files.list(directory)) {
      entries = listed.toList();
    }
    Map<String, ScenarioResult> scenarios = new HashMap<>();
    for (Path entry : entries) {
      Matcher name = DIRECTORY.matcher(entry.getFileName().toString());
      Path checks = entry.resolve("checks.json");
      // A scenario that broke down leaves a directory without this file.
      if (name.matches() && Files.exists(checks)) {
        scenarios.put(name.group(1), new ScenarioResult(name.group(1), checks(checks)));
      }
    }
    return new Results(scenarios);
  }

  /** Whether there is none at all. */
  boolean isEmpty() {
    return scenarios.isEmpty();
  }

  /** What became of a scenario; a failure if the suite does not say. */
  ScenarioResult of(String scenario) {
    return scenarios.getOrDefault(scenario, new ScenarioResult(scenario, List.of(NONE)));
  }

  private static List<Check> checks(Path file) throws IOException {
    List<Check> checks = new ArrayList<>();
    for (JsonNode check : Resources.json(Files.readAllBytes(file), file.toString())) {
      checks.add(Check.of(check));
    }
    return checks;
  }
}
