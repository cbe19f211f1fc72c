package ai.equalto.lesserbody;

import ai.equalto.lesserbody.auth.Principal;
import ai.equalto.lesserbody.http.Response;
import ai.equalto.lesserbody.http.Route;

/**
 * Judges requests before their bodies are known.
 *
 * @param endpointIsKnown whether the URL of the endpoint is configured
 * @param judge answers 204 to a request that may pass, and a challenge to any other
 */
record Gate(boolean endpointIsKnown, Route.Handler judge) {
  /** For a proven caller, whatever it asks for. */
  static final Route.SecuredHandler<Principal> LET_PASS =
      (request, principal) -> Response.empty(204);
}
