package ai.equalto.lesserbody.mcp;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** A body value as a header field carries it (2026-07-28, "Value Encoding"). */
final class HeaderValue {
  private static final String PREFIX = "=?base64?";
  private static final String SUFFIX = "?=";

  private HeaderValue() {}

  /** The value that was encoded; empty if the field is not a proper encoding of any. */
  static Optional<String> decode(String field) {
    String value = withoutBlanksAround(field);
    if (value.startsWith(PREFIX)
        && value.endsWith(SUFFIX)
        && value.length() >= PREFIX.length() + SUFFIX.length()) {
      return base64(value.substring(PREFIX.length(), value.length() - SUFFIX.length()));
    }
    return isVisible(value) ? Optional.of(value) : Optional.empty();
  }

  private static boolean isVisible(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c != '\t' && (c < 0x20 || c > 0x7E)) {
        return false;
      }
    }
    return true;
  }

  /** Space and tab are no part of a value (RFC 9110 section 5.5); other white space is invalid. */
  private static String withoutBlanksAround(String field) {
    int start = 0;
    int end = field.length();
    while (start < end && isBlank(field.charAt(start))) {
      start++;
    }
    while (start < end && isBlank(field.charAt(end - 1))) {
      end--;
    }
    return field.substring(start, end);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  private static Optional<String> base64(String encoded) {
    try {
      byte[] bytes = Base64.getDecoder().decode(encoded);
      // The JDK forgives missing padding; two spellings of one value would not be comparable.
      if (!Base64.getEncoder().encodeToString(bytes).equals(encoded)) {
        return Optional.empty();
      }
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (IllegalArgumentException | CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
