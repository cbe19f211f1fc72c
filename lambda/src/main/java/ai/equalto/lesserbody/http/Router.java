package ai.equalto.lesserbody.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Finds the route of a request and dispatches to it. Built once, then only read.
 *
 * <p>An unknown path is 404 for everyone. An unknown method is 405 with {@code Allow}; on a path
 * that has authenticated routes, only a proven caller is told so.
 *
 * @param <P> the proof of identity that authenticated handlers receive
 */
public final class Router<P> {
  private final Map<String, Map<String, Route<P>>> routes = new HashMap<>();
  private final Route.Guard<P> guard;
  private final OriginPolicy origins;

  /**
   * @throws IllegalArgumentException if two routes share method and path
   */
  public Router(List<Route<P>> routes, Route.Guard<P> guard, OriginPolicy origins) {
    for (Route<P> route : routes) {
      this.routes.putIfAbsent(route.path(), new HashMap<>());
      if (this.routes.get(route.path()).put(route.method(), route) != null) {
        throw new IllegalArgumentException("two routes for " + route.method() + " " + route.path());
      }
    }
    this.guard = guard;
    this.origins = origins;
  }

  /** Answers any request; never throws for a request that is merely wrong. */
  public Response route(Request request) {
    return origins.apply(request, this::dispatch);
  }

  private Response dispatch(Request request) {
    Map<String, Route<P>> byMethod = routes.get(request.path());
    if (byMethod == null) {
      return Response.error(404, "not_found", "There is nothing at this path.");
    }
    Route<P> route = byMethod.get(request.method());
    return route == null ? wrongMethod(byMethod, request) : route.answer(request, guard);
  }

  private Response wrongMethod(Map<String, Route<P>> byMethod, Request request) {
    Response refusal =
        Response.error(405, "method_not_allowed", "This path does not serve this method.")
            .with("Allow", String.join(", ", new TreeSet<>(byMethod.keySet())));
    boolean secured = byMethod.values().stream().anyMatch(Route.Authenticated.class::isInstance);
    return secured ? guard.admit(request, (r, principal) -> refusal) : refusal;
  }
}
