package ai.equalto.lesserbody.auth;

import ai.equalto.lesserbody.http.Request;
import ai.equalto.lesserbody.http.Response;
import java.time.Duration;
import java.util.Map;

/**
 * A refusal as the caller sees it (RFC 6750 section 3): generic words, the way to get a token, and
 * nothing of the reason that would help to forge one.
 *
 * @param status the HTTP status
 * @param headers what tells the client how to go on
 * @param error the error code of RFC 6750 section 3.1, or {@code unauthorized}
 * @param description one sentence for a person
 */
public record Challenge(int status, Map<String, String> headers, String error, String description) {
  public Challenge {
    headers = Map.copyOf(headers);
  }

  /** What is away is away for a moment, mostly. */
  private static final Duration RETRY = Duration.ofSeconds(5);

  /** The one place where a refusal becomes a wire form. */
  public static Challenge of(Refusal refusal, ProtectedResource resource, Request request) {
    String metadata = "resource_metadata=\"" + resource.metadataUrl(request) + "\"";
    return switch (refusal) {
      case Refusal.NoCredentials() ->
          bearer(
              401,
              metadata + ", scope=\"read write\"",
              "unauthorized",
              "This server needs a bearer token.");
      case Refusal.InvalidToken(var hidden) ->
          bearer(
              401,
              "error=\"invalid_token\", " + metadata + ", scope=\"read write\"",
              "invalid_token",
              "The token is invalid, expired or not for this server.");
      case Refusal.InsufficientScope(Scope needed) ->
          bearer(
              403,
              "error=\"insufficient_scope\", scope=\"" + needed.token() + "\", " + metadata,
              "insufficient_scope",
              "This needs the scope " + needed.token() + ".");
      case Refusal.NotAdmitted() ->
          new Challenge(403, Map.of(), "access_denied", "Nothing here is for you.");
      case Refusal.LockedOut(Duration left) ->
          later(429, left, "too_many_requests", "Too many attempts failed. Wait a while.");
      case Refusal.Unavailable() ->
          later(503, RETRY, "temporarily_unavailable", "Who you are cannot be checked right now.");
    };
  }

  private static Challenge bearer(int status, String rest, String error, String description) {
    return new Challenge(status, Map.of("WWW-Authenticate", "Bearer " + rest), error, description);
  }

  private static Challenge later(int status, Duration wait, String error, String description) {
    String seconds = String.valueOf(wait.plusMillis(999).toSeconds());
    return new Challenge(status, Map.of("Retry-After", seconds), error, description);
  }

  /** A response that carries the refusal in a form of its own. */
  public Response headersOn(Response response) {
    Response with = response;
    for (Map.Entry<String, String> field : headers.entrySet()) {
      with = with.with(field.getKey(), field.getValue());
    }
    return with;
  }

  /** The refusal outside of JSON-RPC. */
  public Response toResponse() {
    return headersOn(Response.error(status, error, description));
  }
}
