package ai.equalto.lesserbody.mcp;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Values as a conforming client puts them into a header (2026-07-28, "Value Encoding"). */
final class EncodedHeader {
  private EncodedHeader() {}

  static String of(String value) {
    boolean looksEncoded = value.startsWith("=?base64?") && value.endsWith("?=");
    boolean isPlain = value.chars().allMatch(c -> c >= 0x20 && c <= 0x7E);
    return isPlain && !looksEncoded && value.equals(value.strip()) ? value : base64(value);
  }

  static String base64(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    return "=?base64?" + Base64.getEncoder().encodeToString(utf8) + "?=";
  }
}
