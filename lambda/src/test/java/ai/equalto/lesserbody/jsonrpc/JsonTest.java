package ai.equalto.lesserbody.jsonrpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  private static JsonNode read(String text) throws JsonSyntaxException {
    return Json.read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String reasonForRefusing(byte[] bytes) {
    JsonSyntaxException refusal =
        catchThrowableOfType(JsonSyntaxException.class, () -> Json.read(bytes));
    assertThat(refusal).as("%s", HexFormat.of().formatHex(bytes)).isNotNull();
    return refusal.getMessage();
  }

  private static String reasonForRefusing(String text) {
    return reasonForRefusing(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String nested(int levels) {
    return "[".repeat(levels) + "]".repeat(levels);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "null",
        "true",
        "false",
        "0",
        "-1",
        "2147483648",
        "-9223372036854775808",
        "1.5",
        "\"\"",
        "\"é€😀\"",
        "{\"a\":[1,{\"b\":null}],\"c\":\"\\n\\\"\\\\\"}",
        "[[],[{}]]",
        "{\"z\":1,\"a\":2}",
        "123456789012345678901234567890"
      })
  void writesWhatItReads(String text) throws JsonSyntaxException {
    assertThat(Json.write(read(text))).isEqualTo(text);
  }

  @Test
  void readsThroughBlanks() throws JsonSyntaxException {
    assertThat(Json.write(read(" \t\r\n{ \"a\" : 1 }\n"))).isEqualTo("{\"a\":1}");
  }

  @Test
  void keepsHugeIntegersExact() throws JsonSyntaxException {
    String huge = "9".repeat(Json.MAX_NUMBER_LENGTH);

    assertThat(read(huge).bigIntegerValue()).isEqualTo(huge);
    assertThat(Json.write(read("-" + huge))).isEqualTo("-" + huge);
  }

  @Test
  void refusesANumberWithMoreCharacters() {
    assertThat(reasonForRefusing("9".repeat(Json.MAX_NUMBER_LENGTH + 1))).startsWith("malformed");
    assertThat(reasonForRefusing("0." + "9".repeat(Json.MAX_NUMBER_LENGTH)))
        .startsWith("malformed");
  }

  @Test
  void readsANumberTooSmallForADoubleAsZero() throws JsonSyntaxException {
    assertThat(read("1e-999").doubleValue()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999", "-1e999", "[1e400]", "1e99999999999999999999"})
  void refusesANumberThatNoDoubleHolds(String text) {
    assertThat(reasonForRefusing(text)).isEqualTo("a number is out of range");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NaN",
        "Infinity",
        "-Infinity",
        "+1",
        "01",
        "1.",
        ".5",
        "0x10",
        "1e",
        "--1",
        "1_000",
        "-"
      })
  void refusesNumbersThatAreNotJson(String text) {
    assertThat(reasonForRefusing(text)).startsWith("malformed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[",
        "\"a",
        "{\"a\"",
        "{\"a\":",
        "{\"a\":1",
        "{\"a\":1,}",
        "[1,]",
        "[,1]",
        "{a:1}",
        "{'a':1}",
        "tru",
        "True",
        "nul",
        "/* */1",
        "// a\n1",
        "# a\n1",
        "]",
        "}",
        "[}",
        "{]",
        ":",
        "\"\\x41\"",
        "\"\\u12\"",
        "\"a\tb\"",
        "\"a\nb\"",
        "\\"
      })
  void refusesWhatIsNotJson(String text) {
    assertThat(reasonForRefusing(text)).startsWith("malformed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t\r "})
  void refusesAnEmptyDocument(String text) {
    assertThat(reasonForRefusing(text)).isEqualTo("empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":1,\"a\":2}", "{\"a\":1,\"\\u0061\":1}", "[{\"b\":{},\"b\":[]}]"})
  void refusesANameThatIsGivenTwice(String text) {
    assertThat(reasonForRefusing(text)).startsWith("malformed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}{}", "{} 1", "1 2", "[] null", "\"a\"\"b\""})
  void refusesASecondDocument(String text) {
    assertThat(reasonForRefusing(text)).isEqualTo("more than one document");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}]", "{}}", "1,", "{}x"})
  void refusesOtherTrailingContent(String text) {
    assertThat(reasonForRefusing(text)).startsWith("malformed");
  }

  @Test
  void readsSixtyFourLevels() throws JsonSyntaxException {
    assertThat(Json.write(read(nested(Json.MAX_DEPTH)))).isEqualTo(nested(64));
  }

  @Test
  void refusesSixtyFiveLevels() {
    assertThat(reasonForRefusing(nested(65))).startsWith("malformed");
    assertThat(reasonForRefusing("{\"a\":".repeat(65) + "1" + "}".repeat(65)))
        .startsWith("malformed");
  }

  @Test
  void refusesAHundredThousandOpenBracketsWithoutOverflowingTheStack() {
    assertThat(reasonForRefusing("[".repeat(100_000))).startsWith("malformed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "22ff22",
        "2280 22",
        "22c322",
        "22e28222",
        "22f09f9822",
        "22c0af22",
        "22c08022",
        "22e080af22",
        "22f08080af22",
        "22eda08022",
        "22edb08022",
        "22eda0bdedb88022",
        "22f490808022",
        "22f888808080 22",
        "22fe22",
        "ff",
        "c3",
        "22e9"
      })
  void refusesBytesThatAreNotUtf8(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));

    assertThat(reasonForRefusing(bytes)).isEqualTo("not UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16BE", "UTF-16LE", "UTF-32", "UTF-32BE", "UTF-32LE"})
  void refusesOtherEncodingsOfUnicode(String charset) {
    byte[] bytes = "{\"a\":1}".getBytes(Charset.forName(charset));

    assertThat(reasonForRefusing(bytes)).isEqualTo("not UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"feff007b007d", "fffe7b007d00", "0000feff0000007b", "fffe00007b000000"})
  void refusesTheByteOrderMarksOfOtherEncodings(String hex) {
    assertThat(reasonForRefusing(HexFormat.of().parseHex(hex))).isEqualTo("not UTF-8");
  }

  @Test
  void ignoresTheByteOrderMarkOfUtf8() throws JsonSyntaxException {
    assertThat(read("\uFEFF{}").isObject()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\0", "\0{}", "{\0}", "{}\0", "\"a\0b\""})
  void refusesNulBytes(String text) {
    assertThat(reasonForRefusing(text)).isNotEmpty();
  }

  @Test
  void readsAnEscapedNulAndAnEscapedPairAsText() throws JsonSyntaxException {
    assertThat(read("\"\\u0000\"").textValue()).isEqualTo("\0");
    assertThat(read("\"a\\ud83d\\ude00b\"").textValue()).isEqualTo("a😀b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"\\ud800\"",
        "\"\\udc00\"",
        "\"\\ude00\\ud83d\"",
        "\"\\ud83dx\\ude00\"",
        "\"\\ud83d\\ud83d\\ude00\""
      })
  void refusesHalfOfASurrogatePair(String text) {
    assertThat(reasonForRefusing(text)).isEqualTo("half of a surrogate pair");
  }

  @Test
  void saysWhereADocumentIsMalformedAndRepeatsNothingOfIt() {
    assertThat(reasonForRefusing("{\"password\":\n hunter2}"))
        .isEqualTo("malformed at line 2, column 2");
    assertThat(reasonForRefusing("{\"secret\":1,\"secret\":2}")).doesNotContain("secret");
    assertThat(reasonForRefusing("\"secret\" secret")).doesNotContain("secret");
  }

  @Test
  void keepsNoCauseThatCouldQuoteTheDocument() {
    assertThatExceptionOfType(JsonSyntaxException.class)
        .isThrownBy(() -> read("{\"password\": hunter2}"))
        .withNoCause();
  }

  @Test
  void writesEverythingButPrintableAsciiEscaped() throws JsonSyntaxException {
    String text = "\u001b[2K\u007f\u0085\u009b\u2028\u2029é😀\r\n\0";
    String ascii = Json.writeAscii(Json.object().put("é", text));

    assertThat(ascii)
        .isEqualTo(
            "{\"\\u00E9\":\"\\u001B[2K\\u007F\\u0085\\u009B\\u2028\\u2029\\u00E9\\uD83D\\uDE00"
                + "\\r\\n\\u0000\"}");
    assertThat(read(ascii).path("é").textValue()).isEqualTo(text);
  }

  @Test
  void writesAMissingValueAsNull() {
    assertThat(Json.write(Json.object().path("absent"))).isEqualTo("null");
  }
}
