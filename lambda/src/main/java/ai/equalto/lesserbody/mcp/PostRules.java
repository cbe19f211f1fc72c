package ai.equalto.lesserbody.mcp;

import ai.equalto.lesserbody.http.Request;
import ai.equalto.lesserbody.http.Response;
import ai.equalto.lesserbody.jsonrpc.RpcError;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a POST must be before its body is looked at. */
final class PostRules {
  /** The largest body that is read, in bytes. */
  static final int MAX_BODY = 1 << 20;

  private static final String JSON = "application/json";

  /** A weight of zero, which refuses the type it stands by (RFC 9110 section 12.4.2). */
  private static final Pattern WEIGHT_ZERO = Pattern.compile(".*;\\s*q=0(\\.0{0,3})?\\s*(;.*)?");

  private PostRules() {}

  static Optional<Response> refusal(Request request) {
    if (request.body().size() > MAX_BODY) {
      return refuse(413, "The body is larger than " + MAX_BODY + " bytes.");
    }
    if (!request.header("Content-Type").map(PostRules::isJson).orElse(false)) {
      return refuse(415, "The Content-Type must be " + JSON + ".");
    }
    if (!request.header("Accept").map(PostRules::acceptsJson).orElse(true)) {
      return refuse(406, "The answer is " + JSON + ", which Accept excludes.");
    }
    return Optional.empty();
  }

  private static Optional<Response> refuse(int status, String message) {
    RpcError error = new RpcError(RpcError.INVALID_REQUEST, message);
    return Optional.of(Replies.error(status, Optional.empty(), error));
  }

  /** Parameters such as a charset do not matter: JSON is UTF-8 (RFC 8259 section 8.1). */
  private static boolean isJson(String contentType) {
    return mediaType(contentType).equals(JSON);
  }

  /** Of the ranges that match, the most specific one decides (RFC 9110 section 12.5.1). */
  private static boolean acceptsJson(String accept) {
    boolean accepted = accept.isBlank();
    int specific = 0;
    for (String range : accept.split(",", -1)) {
      int specificity =
          switch (mediaType(range)) {
            case JSON -> 3;
            case "application/*" -> 2;
            case "*/*" -> 1;
            default -> 0;
          };
      if (specificity > specific) {
        specific = specificity;
        accepted = !WEIGHT_ZERO.matcher(range.toLowerCase(Locale.ROOT)).matches();
      }
    }
    return accepted;
  }

  private static String mediaType(String value) {
    int parameters = value.indexOf(';');
    String type = parameters < 0 ? value : value.substring(0, parameters);
    return type.strip().toLowerCase(Locale.ROOT);
  }
}
