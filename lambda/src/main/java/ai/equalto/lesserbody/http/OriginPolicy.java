package ai.equalto.lesserbody.http;

import java.util.Optional;
import java.util.Set;

/**
 * Which web pages may talk to this server. A request with an {@code Origin} that is not allowed is
 * refused with 403, which stops DNS rebinding (Streamable HTTP, "Security"); one that is allowed
 * gets the CORS fields of the Fetch standard, and its preflight is answered here.
 */
public final class OriginPolicy {
  private static final String EXPOSED =
      "Mcp-Session-Id, WWW-Authenticate, Retry-After, RateLimit, RateLimit-Policy";
  private static final String METHODS = "GET, POST, DELETE";
  private static final String MAX_AGE_SECONDS = "600";
  private static final String FIELD_NAMES = "[A-Za-z0-9_, -]{1,1024}";
  private static final String LOOPBACK =
      "https?://(localhost|127\\.0\\.0\\.1|\\[::1])(:[0-9]{1,5})?";

  private final Set<String> allowed;
  private final boolean loopback;

  /**
   * @param allowed origins in their serialised form, such as {@code https://app.example}
   * @param loopback whether any origin on this machine is allowed too; only for local runs
   */
  public OriginPolicy(Set<String> allowed, boolean loopback) {
    this.allowed = Set.copyOf(allowed);
    this.loopback = loopback;
  }

  Response apply(Request request, Route.Handler next) {
    Optional<String> origin = request.header("Origin");
    if (origin.isEmpty()) {
      return next.handle(request);
    }
    if (!allows(origin.get())) {
      return Response.error(403, "origin_not_allowed", "This web origin may not call this server.");
    }
    Optional<String> preflight = request.header("Access-Control-Request-Method");
    Response response =
        request.method().equals("OPTIONS") && preflight.isPresent()
            ? preflight(request)
            : next.handle(request);
    return response
        .with("Access-Control-Allow-Origin", origin.get())
        .with("Access-Control-Expose-Headers", EXPOSED)
        .with("Vary", "Origin");
  }

  private boolean allows(String origin) {
    return allowed.contains(origin) || (loopback && origin.matches(LOOPBACK));
  }

  /** The origin is trusted at this point, so the header fields that it asks for are granted. */
  private static Response preflight(Request request) {
    Response granted =
        Response.empty(204)
            .with("Access-Control-Allow-Methods", METHODS)
            .with("Access-Control-Max-Age", MAX_AGE_SECONDS);
    return request
        .header("Access-Control-Request-Headers")
        .filter(fields -> fields.matches(FIELD_NAMES))
        .map(fields -> granted.with("Access-Control-Allow-Headers", fields))
        .orElse(granted);
  }
}
