package ai.equalto.lesserbody.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.testkit.MadeUp;
import java.util.List;
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

  @ParameterizedTest
  @ValueSource(strings = {"\u2003echo", "echo\u00a0", "\u001cecho", "echo\r\n", "\u000becho", "\f"})
  void takesNoBlanksButSpaceAndTabOff(String field) {
    assertThat(HeaderValue.decode(field)).isEmpty();
  }

  @Test
  void decodesEveryTextThatAClientCanEncode() {
    MadeUp.inAll(
        2_000,
        values -> {
          String text = values.text(0, 40);
          String blanks = values.oneOf(List.of("", " ", "\t", " \t "));

          assertThat(HeaderValue.decode(blanks + EncodedHeader.of(text) + blanks)).contains(text);
          assertThat(HeaderValue.decode(EncodedHeader.base64(text))).contains(text);
        });
  }
}
