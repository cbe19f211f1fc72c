package ai.equalto.lesserbody.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderValueTest {
  /** The table of the specification (2026-07-28, "Value Encoding"). */
  @ParameterizedTest
  @CsvSource({
    "us-west1, us-west1",
    "=?base64?SGVsbG8sIOS4lueVjA==?=, 'Hello, 世界'",
    "=?base64?IHBhZGRlZCA=?=, ' padded '",
    "=?base64?bGluZTEKbGluZTI=?=, 'line1\nline2'",
    "=?base64?PT9iYXNlNjQ/bGl0ZXJhbD89?=, =?base64?literal?=",
    "=?base64??=, ''",
    "'  echo\t', echo",
    "=?BASE64?ZWNobw==?=, =?BASE64?ZWNobw==?=",
  })
  void decodesWhatTheSpecificationEncodes(String field, String value) {
    assertThat(HeaderValue.decode(field)).contains(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "caf\u00e9",
        "a\u0000b",
        "a\nb",
        "a\u007fb",
        "=?base64?ZWNobw?=",
        "=?base64?ZWNobw=?=",
        "=?base64?ZWNobw== ?=",
        "=?base64?ZWNo bw==?=",
        "=?base64?ZW-_bw==?=",
        "=?base64?ZWNobx==?=",
        "=?base64?/w==?=",
        "=?base64?7aCA?=",
      })
  void refusesWhatIsNoEncodingOfAnything(String field) {
    assertThat(HeaderValue.decode(field)).isEmpty();
  }

  @Test
  void decodesEveryTextThatAClientCanEncode() {
    Random random = new Random(20260728);
    for (int i = 0; i < 2000; i++) {
      String text =
          random
              .ints(random.nextInt(40), 0, 0x2FFFF)
              .filter(c -> c < 0xD800 || c > 0xDFFF)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();
      String field =
          "=?base64?"
              + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))
              + "?=";
      assertThat(HeaderValue.decode(field)).contains(text);
    }
  }
}
