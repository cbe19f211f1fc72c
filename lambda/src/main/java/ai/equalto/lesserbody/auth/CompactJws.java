package ai.equalto.lesserbody.auth;

import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.JsonSyntaxException;
import com.fasterxml.jackson.databind.JsonNode;
import io.jsonwebtoken.Claims;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A signed JWT in the compact form (RFC 7515 section 3.1), read and not yet believed.
 *
 * @param text the whole token
 * @param algorithm what the header claims that it is signed with, one of those taken here
 */
record CompactJws(String text, Algorithm algorithm, JsonNode header, JsonNode claims) {
  /** What tokens may be signed with. Each kind of caller takes some, and never one of another. */
  enum Algorithm {
    /** A key that both sides know. */
    HS256,
    /** RSA. */
    RS256,
    /** ECDSA on the curve P-256. */
    ES256
  }

  /** Longer than any honest token, short enough to parse for anyone who asks. */
  private static final int MAX_LENGTH = 8192;

  /** The first byte of one in UTF-8 (RFC 8259 section 8.1); no JSON begins with it. */
  private static final byte BYTE_ORDER_MARK = (byte) 0xEF;

  /** Nothing in a header may change how the token is read, or bring a key to parse. */
  private static final List<String> FORBIDDEN = List.of("crit", "b64", "zip", "jwk", "x5c", "enc");

  /** Says that the payload is no claims. */
  private static final String CONTENT_TYPE = "cty";

  private static final List<String> TEXTS_OF_HEADER =
      List.of("typ", CONTENT_TYPE, "kid", "jku", "x5u", "x5t", "x5t#S256");

  private static final List<String> TEXTS_OF_CLAIMS =
      List.of(Claims.ISSUER, Claims.SUBJECT, Claims.ID);

  /** Whether a text is of the form of a JWT, whatever its parts hold. */
  static boolean hasForm(String text) {
    int dots = 0;
    boolean begun = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.' ? !begun : !isBase64Url(c)) {
        return false;
      }
      dots += c == '.' ? 1 : 0;
      begun = c != '.';
    }
    return begun && dots == 2;
  }

  private static boolean isBase64Url(char c) {
    return (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '_';
  }

  /** The token, if it is of this form and of an algorithm that is taken at all. */
  static Optional<CompactJws> read(String token) {
    if (token.length() > MAX_LENGTH || !hasForm(token)) {
      return Optional.empty();
    }
    int claims = token.indexOf('.') + 1;
    int signature = token.indexOf('.', claims) + 1;
    try {
      JsonNode header = part(token.substring(0, claims - 1));
      Optional<Algorithm> algorithm = algorithm(header);
      if (algorithm.isEmpty() || !isSignature(algorithm.get(), token.substring(signature))) {
        return Optional.empty();
      }
      JsonNode payload = claims(token.substring(claims, signature - 1));
      return Optional.of(new CompactJws(token, algorithm.get(), header, payload));
    } catch (JsonSyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static JsonNode part(String encoded) throws JsonSyntaxException {
    byte[] json = Base64.getUrlDecoder().decode(encoded);
    if (json.length > 0 && json[0] == BYTE_ORDER_MARK) {
      throw new IllegalArgumentException("a mark of byte order, which makes two tokens of one");
    }
    return Json.read(json);
  }

  /** Claims that are no JSON have nothing in them, and so prove nothing. */
  private static JsonNode claims(String encoded) {
    try {
      return part(encoded);
    } catch (JsonSyntaxException e) {
      return Json.object();
    }
  }

  private static Optional<Algorithm> algorithm(JsonNode header) {
    for (String name : FORBIDDEN) {
      if (header.has(name)) {
        return Optional.empty();
      }
    }
    return switch (header.path("alg").asText()) {
      case "HS256" -> Optional.of(Algorithm.HS256);
      case "RS256" -> Optional.of(Algorithm.RS256);
      case "ES256" -> Optional.of(Algorithm.ES256);
      default -> Optional.empty();
    };
  }

  /** Bits behind the last byte, as padding, would make two tokens of one. */
  private static boolean isSignature(Algorithm algorithm, String encoded) {
    byte[] bytes = Base64.getUrlDecoder().decode(encoded);
    boolean sized =
        switch (algorithm) {
          case HS256 -> bytes.length == 32;
          case ES256 -> bytes.length == 64;
          case RS256 -> bytes.length >= 256 && bytes.length <= 1024;
        };
    return sized && Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(encoded);
  }

  /** Whether what RFC 7515 section 4.1 names in a header is of its type. */
  boolean headerFits() {
    return holdsTexts(header, TEXTS_OF_HEADER);
  }

  /**
   * Whether what RFC 7519 section 4.1 names in the claims is of its type, besides the times, and
   * the header does not say that they are anything else than claims.
   */
  boolean claimsFit() {
    return holdsTexts(claims, TEXTS_OF_CLAIMS)
        && isAudience(claims.path(Claims.AUDIENCE))
        && isNothing(header.path(CONTENT_TYPE));
  }

  private static boolean holdsTexts(JsonNode object, List<String> names) {
    for (String name : names) {
      JsonNode value = object.path(name);
      if (!value.isTextual() && !isNothing(value)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAudience(JsonNode claim) {
    if (!claim.isArray()) {
      return claim.isTextual() || isNothing(claim);
    }
    for (JsonNode member : claim) {
      if (!member.isTextual() && !member.isNull()) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNothing(JsonNode value) {
    return value.isMissingNode()
        || value.isNull()
        || (value.isTextual() && value.textValue().isBlank())
        || (value.isContainerNode() && value.isEmpty());
  }

  byte[] signature() {
    return Base64.getUrlDecoder().decode(text.substring(text.lastIndexOf('.') + 1));
  }

  /** What the signature is of (RFC 7515 section 5.1): all before the last dot. */
  String signed() {
    return text.substring(0, text.lastIndexOf('.'));
  }

  /** Redacted: the token proves something. */
  @Override
  public String toString() {
    return "CompactJws[" + algorithm + "]";
  }
}
