package ai.equalto.lesserbody.auth;

import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.JsonSyntaxException;
import com.fasterxml.jackson.databind.JsonNode;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import java.time.Clock;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;

/**
 * The one spelling of a JWE (RFC 7516) that is encrypted with AES-256-GCM under a key both sides
 * know: five parts of base64url, of which the second is empty, the third the 12 bytes of the IV and
 * the last the 16 of the tag. Padding, or bits behind the last byte, would make two texts of one.
 *
 * <p>Whoever sends a JWE chooses what its header asks of the reader, before anything is proved.
 * PBES2 hashes as often as {@code p2c} says, ECDH computes with a point that the sender brings, and
 * {@code zip} unfolds a kilobyte to a megabyte. So the header is judged before jjwt sees it, and
 * may hold {@code alg}, {@code enc} and {@code kid} alone.
 */
final class CompactA256Gcm {
  /** How many characters are looked at; enough for the state of any request. */
  static final int MAX_LENGTH = 512 * 1024;

  // The longer ending comes first, as a possessive choice is not taken back.
  private static final Pattern SHAPE =
      Pattern.compile(
          "[\\w-]{1,256}+\\.\\.[\\w-]{16}\\."
              + "(?:[\\w-]{4})++(?:[\\w-]{2}[AEIMQUYcgkosw048]|[\\w-][AQgw])?+"
              + "\\.[\\w-]{21}[AQgw]");

  private CompactA256Gcm() {}

  /** A parser that knows no algorithm but these two, no signatures and no compression. */
  static JwtParser parser(SecretKey key, Clock clock) {
    return Jwts.parser()
        .json(JwtJson.READER)
        .clock(() -> Date.from(clock.instant()))
        .sig()
        .clear()
        .and()
        .key()
        .clear()
        .add(Jwts.KEY.DIRECT)
        .and()
        .enc()
        .clear()
        .add(Jwts.ENC.A256GCM)
        .and()
        .zip()
        .clear()
        .and()
        .decryptWith(key)
        .build();
  }

  /** The id of the key that this names, if it is of the shape and its header of the form. */
  static Optional<String> keyId(String text) {
    if (text.length() > MAX_LENGTH || !SHAPE.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      String header = text.substring(0, text.indexOf('.'));
      return keyId(Json.read(Base64.getUrlDecoder().decode(header)));
    } catch (IllegalArgumentException | JsonSyntaxException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> keyId(JsonNode header) {
    boolean ours =
        header.size() == 3
            && "dir".equals(header.path("alg").textValue())
            && "A256GCM".equals(header.path("enc").textValue());
    return ours ? Optional.ofNullable(header.path("kid").textValue()) : Optional.empty();
  }
}
