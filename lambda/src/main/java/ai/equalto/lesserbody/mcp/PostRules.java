package ai.equalto.lesserbody.mcp;

import ai.equalto.lesserbody.http.Request;
import ai.equalto.lesserbody.http.Response;
import ai.equalto.lesserbody.jsonrpc.RpcError;
import java.util.Optional;

/** What a POST must be before its body is looked at. */
final class PostRules {
  /** The largest body that is read, in bytes. */
  static final int MAX_BODY = 1 << 20;

  private PostRules() {}

  static Optional<Response> refusal(Request request) {
    if (request.body().size() > MAX_BODY) {
      return refuse(413, "The body is larger than " + MAX_BODY + " bytes.");
    }
    if (!isJson(request.header("Content-Type").orElse(""))) {
      return refuse(415, "The Content-Type must be " + Accept.JSON + ".");
    }
    if (!Accept.allows(request, Accept.JSON)) {
      return refuse(406, "The answer is " + Accept.JSON + ", which Accept excludes.");
    }
    return Optional.empty();
  }

  private static Optional<Response> refuse(int status, String message) {
    RpcError error = new RpcError(RpcError.INVALID_REQUEST, message);
    return Optional.of(Replies.error(status, Optional.empty(), error));
  }

  /** Parameters such as a charset do not matter: JSON is UTF-8 (RFC 8259 section 8.1). */
  private static boolean isJson(String contentType) {
    return Accept.mediaType(contentType).equals(Accept.JSON);
  }
}
