package ai.equalto.lesserbody.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Validates values against one JSON Schema 2020-12, formats included. */
public final class InputValidator {
  private static final int MAX_PROBLEMS = 10;
  private static final int MAX_WORDS = 400;
  private static final Pattern UNPRINTABLE = Pattern.compile("\\p{C}");

  private final Schema schema;

  /** Compiles the schema; nothing outside it is ever loaded, from the network or the class path. */
  public InputValidator(JsonNode schema) {
    this.schema = Draft202012.registry(location -> false).getSchema(schema);
  }

  /**
   * Returns if the arguments fit.
   *
   * @throws InvalidInputException naming the fields that do not, at most {@value #MAX_PROBLEMS}
   */
  public void check(JsonNode arguments) throws InvalidInputException {
    var problems = schema.validate(arguments);
    if (!problems.isEmpty()) {
      throw new InvalidInputException(
          problems.stream()
              .limit(MAX_PROBLEMS)
              .map(InputValidator::describe)
              .collect(Collectors.joining("; ", "Invalid arguments: ", ".")));
    }
  }

  /** Where in the schema the rule stands that a value breaks first; says nothing of the value. */
  Optional<String> brokenRule(JsonNode value) {
    return schema.validate(value).stream()
        .findFirst()
        .map(problem -> problem.getEvaluationPath().toString());
  }

  private static String describe(Error problem) {
    String place = problem.getInstanceLocation().toString();
    return plain(
        place.isEmpty()
            ? rule(problem)
            : place.substring(1).replace('/', '.') + ": " + rule(problem));
  }

  /** A name that a caller made up may be long, and hold what moves a cursor. */
  private static String plain(String words) {
    String cut =
        words.length() <= MAX_WORDS
            ? words
            : words.substring(0, words.offsetByCodePoints(0, MAX_WORDS / 2)) + "…";
    return UNPRINTABLE.matcher(cut).replaceAll("?");
  }

  /** The library's own words, but for timestamps, where a model learns more from an example. */
  private static String rule(Error problem) {
    return "format".equals(problem.getKeyword())
            && "date-time".equals(problem.getSchemaNode().textValue())
        ? "must be an RFC 3339 timestamp, such as 2026-11-22T12:00:00Z"
        : problem.getMessage();
  }
}
