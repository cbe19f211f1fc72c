package ai.equalto.lesserbody.schema;

import static ai.equalto.lesserbody.testkit.TestJson.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InputValidatorTest {
  private static final InputValidator BOUNDED =
      new InputValidator(Schemas.ofInput(Samples.Bounded.class));
  private static final InputValidator EVERYTHING =
      new InputValidator(Schemas.ofInput(Samples.Everything.class));
  private static final InputValidator MOMENT =
      new InputValidator(Schemas.ofInput(Samples.Moment.class));

  private static final String GOOD = "'text':'a','at_most':'','name':'ab','from_zero':0,'around':0";

  private static String problems(InputValidator validator, String arguments) {
    InvalidInputException problem =
        catchThrowableOfType(InvalidInputException.class, () -> validator.check(json(arguments)));
    assertThat(problem).as(arguments).isNotNull();
    return problem.getMessage();
  }

  private static String problems(String others) {
    return problems(BOUNDED, "{" + GOOD + others + "}");
  }

  @Test
  void acceptsWhatFits() {
    String others = ",'tags':['t','ttt4'],'dice':[1,6],'outside':9,'inside':1,'deep':['abc'],";

    assertThatNoException().isThrownBy(() -> BOUNDED.check(json("{" + GOOD + "}")));
    assertThatNoException()
        .isThrownBy(() -> BOUNDED.check(json("{" + GOOD + others.replaceAll(",$", "") + "}")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        ",'tags':['t','t','t'] | tags: must have at most 2 items but found 3",
        ",'tags':['t','x'] | tags.1: does not match the regex pattern ^t",
        ",'tags':['ttttt'] | tags.0: must be at most 4 characters long",
        ",'tags':'t'       | tags: string found, array expected",
        ",'dice':[7]       | dice.0: must have a maximum value of 6",
        ",'dice':['1']     | dice.0: string found, integer expected",
        ",'outside':0      | outside: must have a minimum value of 1",
        ",'inside':10      | inside: must have a maximum value of 9",
        ",'inside':null    | inside: null found, integer expected",
        ",'inside':1.5     | inside: number found, integer expected",
        ",'deep':[]        | deep: must have at least 1 items but found 0",
      })
  void namesTheFieldAndTheRuleItBroke(String others, String problem) {
    assertThat(problems(others)).isEqualTo("Invalid arguments: " + problem + ".");
  }

  @Test
  void namesAFieldThatIsMissing() {
    assertThat(problems(MOMENT, "{}"))
        .isEqualTo("Invalid arguments: required property 'at' not found.");
  }

  @Test
  void namesAFieldThatIsUnknownHoweverDeep() {
    assertThat(problems(",'other':1")).contains("'other'");
    assertThat(problems(EVERYTHING, "{'point':{'x':1,'y':2}}")).contains("point: ").contains("'y'");
  }

  @ParameterizedTest
  @CsvSource({"[], array", "null, null", "1, integer", "'text', string", "true, boolean"})
  void refusesWhatIsNoObject(String arguments, String type) {
    String text = type.equals("string") ? "'text'" : arguments;
    assertThat(problems(MOMENT, text))
        .isEqualTo("Invalid arguments: " + type + " found, object expected.");
  }

  @Test
  void namesTheValuesOfAChoice() {
    assertThat(problems(EVERYTHING, "{'sort_order':'DESC'}"))
        .contains("sort_order: ")
        .contains("[\"asc\", \"desc\", \"newest_first\"]");
  }

  @Test
  void tellsTenProblemsAtMost() {
    String many = "'x',".repeat(500) + "'x'";

    assertThat(problems(",'dice':[" + many + "]").split("; ", -1)).hasSize(10);
  }

  @Test
  void countsCodePointsAndNotChars() {
    assertThatNoException()
        .isThrownBy(() -> BOUNDED.check(json("{" + GOOD.replace("'a'", "'😀😀😀'") + "}")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-01T12:00:00Z",
        "2026-03-01T12:00:00.123456789+05:30",
        "2024-02-29T00:00:00Z",
        "2026-03-01t12:00:00z"
      })
  void acceptsTimestamps(String at) {
    assertThatNoException().isThrownBy(() -> MOMENT.check(json("{'at':'" + at + "'}")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "now",
        "2026-03-01",
        "2026-03-01T12:00:00",
        "2026-03-01 12:00",
        "1772366400",
        "2026-13-01T12:00:00Z",
        "2026-03-01T25:00:00Z",
        "2026-03-01T12:00Z",
        "T12:00:00Z"
      })
  void refusesWhatIsNoTimestamp(String at) {
    assertThat(problems(MOMENT, "{'at':'" + at + "'}"))
        .isEqualTo(
            "Invalid arguments: at: must be an RFC 3339 timestamp, such as 2026-11-22T12:00:00Z.");
  }

  @Test
  void repeatsNoValue() {
    assertThat(problems(",'inside':'secret'")).doesNotContain("secret");
    assertThat(problems(",'tags':['secret']")).doesNotContain("secret");
    assertThat(problems(MOMENT, "{'at':'secret'}")).doesNotContain("secret");
    assertThat(problems(EVERYTHING, "{'sort_order':'secret'}")).doesNotContain("secret");
  }

  @Test
  void passesOverKeywordsItDoesNotKnowAndLogsNothing() throws Exception {
    InputValidator validator = new InputValidator(json("{'x-nobody-knows':{'type':'string'}}"));

    validator.check(json("{}"));
    assertThat(Path.of("target/trace.log")).content().doesNotContain("x-nobody-knows");
  }
}
