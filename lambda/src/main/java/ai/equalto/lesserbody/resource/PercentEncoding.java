package ai.equalto.lesserbody.resource;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Text in a URI: unreserved characters, and the bytes of all others in UTF-8 (RFC 3986 section 2).
 */
final class PercentEncoding {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private PercentEncoding() {}

  /** Whether encoded text may hold a character. */
  static boolean mayHold(char c) {
    return c == '%' || isUnreserved(c);
  }

  private static boolean isUnreserved(char c) {
    return (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || (c >= '0' && c <= '9')
        || "-._~".indexOf(c) >= 0;
  }

  /**
   * Encodes all that is not unreserved.
   *
   * @throws IllegalArgumentException if the text holds half of a surrogate pair
   */
  static String encode(String text) {
    StringBuilder encoded = new StringBuilder();
    ByteBuffer bytes = utf8(text);
    while (bytes.hasRemaining()) {
      byte next = bytes.get();
      if (next >= 0 && isUnreserved((char) next)) {
        encoded.append((char) next);
      } else {
        encoded.append('%').append(HEX.toHexDigits(next));
      }
    }
    return encoded.toString();
  }

  private static ByteBuffer utf8(String text) {
    try {
      return StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("half of a surrogate pair", e);
    }
  }

  /**
   * The text of a range; empty if the range holds anything that is no encoding of UTF-8, or the
   * text is no {@linkplain #isSegment segment}.
   */
  static Optional<String> decode(CharSequence uri, int start, int end) {
    ByteBuffer bytes = ByteBuffer.allocate(end - start);
    for (int i = start; i < end; i++) {
      char c = uri.charAt(i);
      if (isUnreserved(c)) {
        bytes.put((byte) c);
      } else if (c == '%' && i + 2 < end && isByte(uri.charAt(i + 1), uri.charAt(i + 2))) {
        bytes.put((byte) HexFormat.fromHexDigits(uri, i + 1, i + 3));
        i += 2;
      } else {
        return Optional.empty();
      }
    }
    try {
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString())
          .filter(PercentEncoding::isSegment);
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** Whether a text is what one segment of a path may name, whoever makes a path of it. */
  static boolean isSegment(String text) {
    return !text.equals(".")
        && !text.equals("..")
        && text.chars().noneMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c));
  }

  private static boolean isByte(char high, char low) {
    return HexFormat.isHexDigit(high) && HexFormat.isHexDigit(low);
  }
}
