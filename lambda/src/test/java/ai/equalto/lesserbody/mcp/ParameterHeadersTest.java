package ai.equalto.lesserbody.mcp;

import static ai.equalto.lesserbody.testkit.TestJson.json;
import static ai.equalto.lesserbody.testkit.TestJson.object;
import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.http.TestRequests;
import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.schema.HeaderParameters;
import ai.equalto.lesserbody.testkit.MadeUp;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterHeadersTest {
  private static final HeaderParameters PARAMETERS =
      HeaderParameters.of(
          object(
              "{'type':'object','properties':{"
                  + "'region':{'type':'string','x-mcp-header':'Region'},"
                  + "'limit':{'type':'integer','x-mcp-header':'Limit'},"
                  + "'dry_run':{'type':'boolean','x-mcp-header':'Dry-Run'},"
                  + "'deep':{'type':'object','properties':{"
                  + "'tenant':{'type':'string','x-mcp-header':'Tenant'}}}}}"));

  private static Optional<String> contradiction(ObjectNode arguments, String... headers) {
    return ParameterHeaders.contradiction(
        TestRequests.of("POST", "/mcp", headers), PARAMETERS, arguments);
  }

  private static Optional<String> contradiction(String arguments, String... headers) {
    return contradiction(object(arguments), headers);
  }

  @Test
  void nothingIsMirroredOfNothing() {
    assertThat(contradiction("{}")).isEmpty();
    assertThat(contradiction("{'other':1}", "Mcp-Param-Other", "2", "Region", "eu")).isEmpty();
  }

  @Test
  void everyMirroredArgumentHasItsHeader() {
    String arguments = "{'region':'eu','limit':5,'dry_run':false,'deep':{'tenant':'a'}}";

    assertThat(
            contradiction(
                arguments,
                "mcp-param-region",
                "eu",
                "MCP-PARAM-LIMIT",
                "5",
                "Mcp-Param-Dry-Run",
                " false\t",
                "Mcp-Param-tenant",
                "a"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'region':'eu'}         | Region",
        "{'region':''}           | Region",
        "{'limit':0}             | Limit",
        "{'dry_run':false}       | Dry-Run",
        "{'deep':{'tenant':'a'}} | Tenant",
      })
  void refusesAnArgumentWithoutItsHeader(String arguments, String name) {
    assertThat(contradiction(arguments))
        .contains("Mcp-Param-" + name + " is missing, malformed or differs from the body");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'deep':null}",
        "{'deep':{}}",
        "{'deep':{'tenant':null}}",
        "{'deep':'tenant'}",
        "{'deep':[{'tenant':'a'}]}",
        "{'tenant':'a'}",
        "{'deep.tenant':'a'}",
      })
  void refusesAHeaderWithoutItsArgument(String arguments) {
    for (String sent : new String[] {"a", "", "null", "=?base64?YQ?="}) {
      assertThat(contradiction(arguments, "Mcp-Param-Tenant", sent))
          .contains("Mcp-Param-Tenant is sent, but the body has no such argument");
    }
    assertThat(contradiction(arguments)).isEmpty();
  }

  /** What the official suite tests as http-custom-header-server-validation. */
  @ParameterizedTest
  @CsvSource({
    "Hello, =?base64?SGVsbG8=?=, true",
    "Hello, =?base64?SGVsbG8?=, false",
    "Hello, =?base64?SGVs!!!bG8=?=, false",
    "SGVsbG8=, SGVsbG8=, true",
    "=?base64?SGVsbG8=, =?base64?SGVsbG8=, true",
    "Hello, hello, false",
    "Hello, 'Hello, Hello', false",
    "Hello, =?base64?aGVsbG8=?=, false",
    "caf\u00e9, caf\u00e9, false",
    "caf\u00e9, =?base64?Y2Fmw6k=?=, true",
    "' padded ', ' padded ', false",
    "' padded ', =?base64?IHBhZGRlZCA=?=, true",
    "'', '', true",
    "true, true, true",
  })
  void aTextIsTheSameText(String value, String sent, boolean same) {
    assertThat(contradiction(Json.object().put("region", value), "Mcp-Param-Region", sent))
        .isEqualTo(
            same
                ? Optional.empty()
                : Optional.of("Mcp-Param-Region is missing, malformed or differs from the body"));
  }

  @Test
  void aFieldSentTwiceIsNoneOfItsLines() {
    assertThat(contradiction("{'region':'eu'}", "Mcp-Param-Region", "eu, eu")).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "true, true, true",
    "false, false, true",
    "true, false, false",
    "true, True, false",
    "true, 1, false",
    "false, '', false",
  })
  void aBooleanIsOneOfTwoWords(String value, String sent, boolean same) {
    assertThat(contradiction("{'dry_run':" + value + "}", "Mcp-Param-Dry-Run", sent).isEmpty())
        .isEqualTo(same);
  }

  @ParameterizedTest
  @CsvSource({
    "42, 42, true",
    "42, 42.0, true",
    "42.0, 42, true",
    "42, 4.2e1, true",
    "100, 1e2, true",
    "1e2, 100, true",
    "100, 1E+2, true",
    "100, 1000e-1, true",
    "0, -0, true",
    "0, 0e999, true",
    "-7, -7, true",
    "9007199254740991, 9007199254740991, true",
    "9007199254740991, 9007199254740991.0, true",
    "-9007199254740991, -9007199254740991, true",
    "42, 43, false",
    "42, -42, false",
    "42, 42.5, false",
    "42, +42, false",
    "42, 042, false",
    "42, 0x2A, false",
    "42, '42,0', false",
    "42, 42., false",
    "42, '4 2', false",
    "42, '', false",
    "42, NaN, false",
    "42, =?base64?NDI=?=, true",
    "0, 1e-999, false",
    "1, 1e9999, false",
    "1, 1e999999999, false",
    "1, 1e-2147483648, false",
    "9007199254740991, 9007199254740992, false",
  })
  void anIntegerIsTheSameNumberHoweverItIsWritten(String value, String sent, boolean same) {
    assertThat(contradiction("{'limit':" + value + "}", "Mcp-Param-Limit", sent).isEmpty())
        .isEqualTo(same);
  }

  @Test
  void readsNoNumberLongerThanOneOfJson() {
    String longest = "1." + "0".repeat(62);

    assertThat(contradiction("{'limit':1}", "Mcp-Param-Limit", longest)).isEmpty();
    assertThat(contradiction("{'limit':1}", "Mcp-Param-Limit", longest + "0")).isPresent();
    assertThat(contradiction("{'limit':1}", "Mcp-Param-Limit", "9".repeat(100_000))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"9007199254740992", "-9007199254740992", "9007199254740992.0", "1e300", "1e20"})
  void refusesAnIntegerThatAGatewayMightRound(String value) {
    assertThat(contradiction("{'limit':" + value + "}", "Mcp-Param-Limit", value))
        .contains("Mcp-Param-Limit is of an integer that not every reader keeps exact");
  }

  /** The schema will refuse it, in words that a model learns from. */
  @ParameterizedTest
  @CsvSource({"'5', 5", "5, 5", "1.5, 1.5", "true, true"})
  void leavesAValueOfAnotherTypeToTheSchema(String value, String sent) {
    assertThat(contradiction("{'limit':" + value + "}", "Mcp-Param-Limit", sent)).isEmpty();
    assertThat(contradiction("{'limit':" + value + "}", "Mcp-Param-Limit", "6")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{}", "['a']"})
  void noHeaderRepeatsAListOrAnObject(String value) {
    for (String sent : new String[] {value, "", "[object Object]"}) {
      assertThat(contradiction("{'region':" + value + "}", "Mcp-Param-Region", sent)).isPresent();
    }
  }

  @Test
  void repeatsNeitherTheHeaderNorTheBody() {
    assertThat(contradiction("{'region':'s3cret'}", "Mcp-Param-Region", "hunter2").orElseThrow())
        .doesNotContain("s3cret", "hunter2");
  }

  @Test
  void findsEveryTextTheSameThatAClientEncodes() {
    MadeUp.inAll(
        1_000,
        values -> {
          String text = values.text(0, 12);
          ObjectNode arguments = Json.object().put("region", text);

          assertThat(contradiction(arguments, "Mcp-Param-Region", EncodedHeader.of(text)))
              .isEmpty();
          assertThat(contradiction(arguments, "Mcp-Param-Region", EncodedHeader.of(text + "x")))
              .isPresent();
        });
  }

  @Test
  void findsEveryIntegerTheSameHoweverBothAreWritten() {
    long most = HeaderParameters.MAX_INTEGER;
    MadeUp.inAll(
        2_000,
        values -> {
          long number = values.whole(-most, most);
          long near = values.oneOf(List.of(number - 1, number + 1, -number - 1));
          String body = "{'limit':" + spelled(values, number) + "}";

          assertThat(json(body).path("limit").decimalValue()).isEqualByComparingTo("" + number);
          assertThat(contradiction(body, "Mcp-Param-Limit", spelled(values, number))).isEmpty();
          assertThat(contradiction(body, "Mcp-Param-Limit", spelled(values, near))).isPresent();
        });
  }

  private static String spelled(MadeUp values, long number) {
    BigDecimal exact = BigDecimal.valueOf(number);
    int shift = values.number(0, 30);
    return switch (values.number(0, 4)) {
      case 0 -> exact + "." + "0".repeat(1 + shift);
      case 1 -> exact + "0".repeat(number == 0 ? 0 : shift) + "e-" + (number == 0 ? 7 : shift);
      case 2 -> exact.movePointLeft(shift).toPlainString() + "E+" + shift;
      case 3 -> exact.stripTrailingZeros().toString();
      default -> exact.toString();
    };
  }
}
