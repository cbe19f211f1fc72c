package ai.equalto.lesserbody.local.doctor;

import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.JsonSyntaxException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** An access token to visit an endpoint with. Its {@link #toString} is redacted. */
public final class BearerToken {
  /** RFC 6750 section 2.1. */
  private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

  private static final int PARTS_OF_A_JWT = 3;

  private final String text;

  private BearerToken(String text) {
    this.text = text;
  }

  /** The token, if this is the form of one; blanks around it are ignored. */
  public static Optional<BearerToken> of(String text) {
    String stripped = text.strip();
    return WELL_FORMED.matcher(stripped).matches()
        ? Optional.of(new BearerToken(stripped))
        : Optional.empty();
  }

  /** The value of the field {@code Authorization}. */
  String authorization() {
    return "Bearer " + text;
  }

  /** What a JWT says of itself; nothing of it is verified. */
  Optional<JsonNode> claims() {
    String[] parts = text.split("\\.", -1);
    if (parts.length != PARTS_OF_A_JWT) {
      return Optional.empty();
    }
    try {
      return Optional.of(Json.read(Base64.getUrlDecoder().decode(parts[1])))
          .filter(JsonNode::isObject);
    } catch (JsonSyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** A server may repeat what it was sent; a report may not. */
  String redact(String report) {
    return report.replace(text, "[token]");
  }

  @Override
  public String toString() {
    return "BearerToken[redacted]";
  }
}
