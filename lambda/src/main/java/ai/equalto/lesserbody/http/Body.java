package ai.equalto.lesserbody.http;

import java.nio.charset.StandardCharsets;

/** The bytes of a request body. Immutable; whether they are text is for the reader to find out. */
public final class Body {
  private static final Body EMPTY = new Body(new byte[0]);

  private final byte[] bytes;

  private Body(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A body of no bytes. */
  public static Body empty() {
    return EMPTY;
  }

  /** The UTF-8 bytes of a text. */
  public static Body of(String text) {
    return new Body(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A copy of these bytes. */
  public static Body of(byte[] bytes) {
    return new Body(bytes.clone());
  }

  /** Length in bytes. */
  public int size() {
    return bytes.length;
  }

  /** A copy of the bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }
}
