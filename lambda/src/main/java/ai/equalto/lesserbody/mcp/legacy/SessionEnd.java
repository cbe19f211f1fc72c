package ai.equalto.lesserbody.mcp.legacy;

import ai.equalto.lesserbody.auth.Principal;
import ai.equalto.lesserbody.http.Request;
import ai.equalto.lesserbody.http.Response;
import ai.equalto.lesserbody.http.Route;
import java.util.Optional;

/** DELETE on the MCP endpoint: ends the caller's session (2025-11-25, "Session Management"). */
public final class SessionEnd implements Route.SecuredHandler<Principal> {
  static final String HEADER = "Mcp-Session-Id";

  private final Sessions sessions;

  public SessionEnd(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public Response handle(Request request, Principal principal) {
    Optional<String> id = request.header(HEADER);
    if (id.isEmpty()) {
      return Response.error(400, "invalid_request", "The header " + HEADER + " is missing.");
    }
    try {
      return switch (sessions.end(principal, id.get())) {
        case ENDED -> Response.empty(204);
        case UNKNOWN -> Response.error(404, "not_found", "There is no such session.");
        case NOT_REVOCABLE ->
            Response.error(405, "method_not_allowed", "Sessions here end when they expire.")
                .with("Allow", "POST");
      };
    } catch (SessionsUnavailableException e) {
      return Response.error(503, "unavailable", "Sessions are unavailable; try again shortly.")
          .with("Retry-After", "1");
    }
  }
}
