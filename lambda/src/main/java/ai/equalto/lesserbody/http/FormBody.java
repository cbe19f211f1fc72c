package ai.equalto.lesserbody.http;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Reads bodies of {@code application/x-www-form-urlencoded} as OAuth has them (RFC 6749). */
public final class FormBody {
  private static final String TYPE = "application/x-www-form-urlencoded";

  private FormBody() {}

  /**
   * The parameters by their names. One without a value counts as not sent (RFC 6749 section 3.2).
   *
   * @param most the largest body that is read, in bytes
   * @throws MalformedException if the body is of another type, too large, malformed or not UTF-8,
   *     or names a parameter twice
   */
  public static Map<String, String> read(Request request, int most) throws MalformedException {
    String type = request.header("Content-Type").orElse("");
    int end = type.indexOf(';');
    if (!(end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT).equals(TYPE)) {
      throw new MalformedException("The Content-Type must be " + TYPE + ".");
    }
    if (request.body().size() > most) {
      throw new MalformedException("The body is larger than " + most + " bytes.");
    }
    Map<String, String> values = new HashMap<>();
    for (String pair : ascii(request.body()).split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = decode(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
      if (values.putIfAbsent(name, value) != null && !pair.isEmpty()) {
        throw new MalformedException("A parameter is there twice.");
      }
    }
    values.values().removeIf(String::isEmpty);
    return Map.copyOf(values);
  }

  private static String ascii(Body body) throws MalformedException {
    try {
      return StandardCharsets.US_ASCII
          .newDecoder()
          .decode(ByteBuffer.wrap(body.bytes()))
          .toString();
    } catch (CharacterCodingException e) {
      throw new MalformedException("The body is not encoded as a form.");
    }
  }

  private static String decode(String encoded) throws MalformedException {
    try {
      String text = URLDecoder.decode(encoded, StandardCharsets.UTF_8);
      if (text.indexOf('\uFFFD') < 0) {
        return text;
      }
    } catch (IllegalArgumentException e) {
      // Refused below, like bytes that are no UTF-8.
    }
    throw new MalformedException("The body is not encoded as a form.");
  }

  /** The body is no such form; the message repeats nothing of it. */
  public static final class MalformedException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedException(String message) {
      super(message);
    }
  }
}
