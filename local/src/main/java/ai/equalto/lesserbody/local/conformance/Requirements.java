package ai.equalto.lesserbody.local.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the suite runs against a server for a revision of the specification.
 *
 * @param required scenarios that a server has to pass
 * @param notScored scenarios that it may fail, and conform all the same
 */
record Requirements(String revision, List<String> required, List<String> notScored) {
  private static final Pattern SECTION = Pattern.compile("(\\w+):");
  private static final Pattern REQUIRED = Pattern.compile(" {2}- (\\S+)");
  private static final Pattern NOT_SCORED = Pattern.compile(" {2}- scenario: (\\S+)");

  Requirements {
    required = List.copyOf(required);
    notScored = List.copyOf(notScored);
  }

  /**
   * Reads the list that the suite brings: YAML, of which it uses very little.
   *
   * @throws SuiteException if it is written in another way
   */
  static Requirements read(String revision, Path file) throws IOException {
    List<String> required = new ArrayList<>();
    List<String> notScored = new ArrayList<>();
    String section = "";
    String scenario = "";
    for (String line : significantLines(file)) {
      Matcher heading = SECTION.matcher(line);
      Matcher entry = NOT_SCORED.matcher(line);
      if (heading.matches()) {
        section = heading.group(1);
      } else if (section.equals("server")) {
        required.add(name(line, file));
      } else if (entry.matches()) {
        scenario = entry.group(1);
      } else if (line.equals("    leg: server")) {
        notScored.add(scenario);
      }
    }
    if (required.isEmpty()) {
      throw new SuiteException("%s requires nothing of a server".formatted(file));
    }
    return new Requirements(revision, required, notScored);
  }

  private static List<String> significantLines(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .toList();
  }

  private static String name(String line, Path file) throws SuiteException {
    Matcher name = REQUIRED.matcher(line);
    if (!name.matches()) {
      throw new SuiteException("%s has the unknown line '%s'".formatted(file, line));
    }
    return name.group(1);
  }
}
