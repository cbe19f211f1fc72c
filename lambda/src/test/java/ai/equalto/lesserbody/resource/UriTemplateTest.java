package ai.equalto.lesserbody.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.equalto.lesserbody.testkit.MadeUp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UriTemplateTest {
  private static final UriTemplate DAY = UriTemplate.parse("agent://memory/{date}");
  private static final UriTemplate NOTE = UriTemplate.parse("notes://{user}/n/{id}.json");

  @Test
  void keepsWhatWasWritten() {
    assertThat(NOTE).hasToString("notes://{user}/n/{id}.json");
    assertThat(NOTE.variables()).containsExactly("user", "id");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``                       | it has no variable",
        "agent://memory           | it has no variable",
        "a://{b}/{b}              | it has a variable twice",
        "a://{b                   | a brace is not closed",
        "a://{b}/{                | a brace is not closed",
        "a://b}                   | it has no variable",
        "a://{b}}                 | it has a character that no URI has",
        "a://}{b}                 | it has a character that no URI has",
        "a://{{b}}                | {{b} is no name of a variable",
        "a://{b{c}}               | {b{c} is no name of a variable",
        "a://{}                   | {} is no name of a variable",
        "a://{ b}                 | { b} is no name of a variable",
        "a://{+b}                 | {+b} is no name of a variable",
        "a://{#b}                 | {#b} is no name of a variable",
        "a://{.b}                 | {.b} is no name of a variable",
        "a://{/b}                 | {/b} is no name of a variable",
        "a://{;b}                 | {;b} is no name of a variable",
        "a://{?b}                 | {?b} is no name of a variable",
        "a://{&b}                 | {&b} is no name of a variable",
        "a://{=b}                 | {=b} is no name of a variable",
        "a://{b,c}                | {b,c} is no name of a variable",
        "a://{b*}                 | {b*} is no name of a variable",
        "a://{b:3}                | {b:3} is no name of a variable",
        "a://{b-c}                | {b-c} is no name of a variable",
        "a://{b..c}               | {b..c} is no name of a variable",
        "a://{b.}                 | {b.} is no name of a variable",
        "a://{b%41}               | {b%41} is no name of a variable",
        "a://{é}                  | {é} is no name of a variable",
        "a://é/{b}                | it has a character that no URI has",
        "a://a b/{b}              | it has a character that no URI has",
        "a://%4/{b}               | it has a character that no URI has",
        "a://%/{b}                | it has a character that no URI has",
        "a://<{b}                 | it has a character that no URI has",
        "a://{b}{c}               | two variables need more to part them, such as a slash",
        "a://{b}-{c}              | two variables need more to part them, such as a slash",
        "a://{b}/{c}%2F{d}        | two variables need more to part them, such as a slash",
      })
  void refusesWhatIsNoTemplateOfLevelOne(String template, String reason) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> UriTemplate.parse(template))
        .withMessage("no URI template: " + template + ": " + reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{b}", "x{b}", "a://{b.c}/{_9}", "a:{b}?c={d}#{e}", "a:!$&()*+,;=@[{b}]"})
  void takesEveryTemplateOfLevelOneThatIsClear(String template) {
    assertThat(UriTemplate.parse(template)).hasToString(template);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "2026-03-01 | agent://memory/2026-03-01",
        "a.b_c~d-E9 | agent://memory/a.b_c~d-E9",
        "ab?c#d     | agent://memory/ab%3Fc%23d",
        "50% {x}    | agent://memory/50%25%20%7Bx%7D",
        "é世😀      | agent://memory/%C3%A9%E4%B8%96%F0%9F%98%80",
        "'!*()      | agent://memory/%27%21%2A%28%29",
        "+&=        | agent://memory/%2B%26%3D",
      })
  void encodesEverythingButUnreservedCharacters(String value, String uri) {
    assertThat(DAY.expand(Map.of("date", value))).isEqualTo(uri);
    assertThat(DAY.match(uri)).contains(Map.of("date", value));
  }

  @Test
  void expandsOnlyWithAValueForEachVariable() {
    for (Map<String, String> values :
        List.of(
            Map.of("user", "a"),
            Map.of("user", "a", "ID", "b"),
            Map.of("user", "a", "id", "b", "c", "d"))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> NOTE.expand(values))
          .withMessage("the values of notes://{user}/n/{id}.json are [user, id]");
    }
  }

  @Test
  void expandsWithNothingThatNoUriWouldMatch() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DAY.expand(Map.of("date", "")))
        .withMessage("the value of date is empty or no segment of a path");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DAY.expand(Map.of("date", "a\ud83d")))
        .withMessage("half of a surrogate pair");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "agent://memory/",
        "agent://memory",
        "agent://memory/a/b",
        "agent://memory/a/",
        "agent://memory/a?b",
        "agent://memory/a#b",
        "agent://memory/a b",
        "agent://memory/a+b",
        "agent://memory/é",
        "agent://memory/a\n",
        "agent://memory/{date}",
        "Agent://memory/a",
        "agent://MEMORY/a",
        " agent://memory/a",
        "xagent://memory/a",
        "agent://memory/%",
        "agent://memory/%4",
        "agent://memory/a%4",
        "agent://memory/%4g",
        "agent://memory/%\uff14\uff11",
        "agent://memory/%80",
        "agent://memory/%C3",
        "agent://memory/%C3a",
        "agent://memory/%C0%AF",
        "agent://memory/%ED%A0%80",
        "agent://memory/%F4%90%80%80",
        "agent://memory/.",
        "agent://memory/..",
        "agent://memory/%2e%2E",
        "agent://memory/%2Fetc",
        "agent://memory/..%5Cetc",
        "agent://memory/a%00",
        "agent://memory/a%0D%0Ab",
      })
  void matchesNothingElse(String uri) {
    assertThat(DAY.match(uri)).isEmpty();
  }

  @Test
  void decodesWhatWasEncodedWithoutNeed() {
    assertThat(DAY.match("agent://memory/%41%2d%7e%c3%a9")).contains(Map.of("date", "A-~é"));
  }

  @ParameterizedTest
  @CsvSource({
    "notes://a/n/b.json, a, b",
    "notes://n/n/n.json, n, n",
    "notes://a/n/.json.json, a, .json",
  })
  void tellsVariablesApart(String uri, String user, String id) {
    assertThat(NOTE.match(uri)).contains(Map.of("user", user, "id", id));
    assertThat(NOTE.expand(Map.of("user", user, "id", id))).isEqualTo(uri);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "notes://a/n/.json",
        "notes:///n/b.json",
        "notes://a/n/b.jsonx",
        "notes://a/n/b.txt",
        "notes://a/m/b.json",
        "notes://a/n/b/n/c.json",
        "notes://a/n",
      })
  void matchesNothingElseOfTwoVariables(String uri) {
    assertThat(NOTE.match(uri)).isEmpty();
  }

  @Test
  void aLiteralMayBeginAsAValueWouldGoOn() {
    UriTemplate template = UriTemplate.parse("a:{b}-x/%41y{c}A/{d}F");

    assertThat(template.match("a:1-x-x/%41y2AA/%41F"))
        .contains(Map.of("b", "1-x", "c", "2A", "d", "A"));
    assertThat(template.match("a:-x/%41y2A/3F")).isEmpty();
    assertThat(template.match("a:1-x/%41y%4A/3F")).isEmpty();
    assertThat(template.match("a:1-x/%41y2A/%4F")).isEmpty();
  }

  @Test
  void theValuesKeepTheOrderOfTheTemplateAndDoNotChange() {
    Map<String, String> values = NOTE.match("notes://a/n/b.json").orElseThrow();

    assertThat(values.keySet()).containsExactly("user", "id");
    assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(values::clear);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{a}",
        "x://{a}",
        "x://{a}/{b}",
        "x:{a}/y-{b}/{c}.z",
        "{a}?b={b}&-c={c}",
        "{a}%41"
      })
  void expandingThenMatchingGivesTheValuesBack(String text) {
    UriTemplate template = UriTemplate.parse(text);
    MadeUp.inAll(
        1_000,
        made -> {
          Map<String, String> values = new HashMap<>();
          template.variables().forEach(name -> values.put(name, segment(made)));

          assertThat(template.match(template.expand(values))).contains(values);
        });
  }

  private static String segment(MadeUp made) {
    String text = made.text(1, 20).replaceAll("[/\\\\\\p{Cc}]", "x");
    return text.equals(".") || text.equals("..") ? "x" : text;
  }

  @Test
  void whateverMatchesIsAnotherSpellingOfWhatItsValuesExpandTo() {
    MadeUp.inAll(
        5_000,
        made -> {
          StringBuilder uri = new StringBuilder(NOTE.expand(Map.of("user", "a", "id", "é")));
          for (int changes = made.number(1, 4); changes > 0; changes--) {
            int place = made.number(0, uri.length());
            uri.insert(place, made.oneOf(List.of("%", "%41", "%e4", "C3%", "/", "/n/", ".", "é")));
          }

          NOTE.match(uri.toString())
              .ifPresent(values ->
                  assertThat(NOTE.match(NOTE.expand(values))).as("%s", uri).contains(values));
        });
  }
}
