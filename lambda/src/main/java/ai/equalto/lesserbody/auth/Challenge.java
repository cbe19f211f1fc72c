package ai.equalto.lesserbody.auth;

import ai.equalto.lesserbody.http.Request;
import ai.equalto.lesserbody.http.Response;

/**
 * A refusal as the caller sees it (RFC 6750 section 3): generic words, the way to get a token, and
 * nothing of the reason that would help to forge one.
 *
 * @param status the HTTP status
 * @param wwwAuthenticate the value of the {@code WWW-Authenticate} field
 * @param error the error code of RFC 6750 section 3.1, or {@code unauthorized}
 * @param description one sentence for a person
 */
public record Challenge(int status, String wwwAuthenticate, String error, String description) {
  /** The one place where a refusal becomes a wire form. */
  public static Challenge of(Refusal refusal, ProtectedResource resource, Request request) {
    String metadata = "resource_metadata=\"" + resource.metadataUrl(request) + "\"";
    return switch (refusal) {
      case Refusal.NoCredentials() ->
          new Challenge(
              401,
              "Bearer " + metadata + ", scope=\"read write\"",
              "unauthorized",
              "This server needs a bearer token.");
      case Refusal.InvalidToken(var hidden) ->
          new Challenge(
              401,
              "Bearer error=\"invalid_token\", " + metadata + ", scope=\"read write\"",
              "invalid_token",
              "The token is invalid, expired or not for this server.");
      case Refusal.InsufficientScope(Scope needed) ->
          new Challenge(
              403,
              "Bearer error=\"insufficient_scope\", scope=\"" + needed.token() + "\", " + metadata,
              "insufficient_scope",
              "This needs the scope " + needed.token() + ".");
    };
  }

  Response toResponse() {
    return Response.error(status, error, description).with("WWW-Authenticate", wwwAuthenticate);
  }
}
