package ai.equalto.lesserbody.local.gateway;

import ai.equalto.lesserbody.http.Body;
import ai.equalto.lesserbody.jsonrpc.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What API Gateway answers by itself, with the words of the template. */
final class GatewayResponses {
  private static final String CHALLENGE = "WWW-Authenticate";
  private static final String UNAVAILABLE = "temporarily_unavailable";

  static final ProxyAnswer TOO_LARGE =
      answer(413, "request_too_large", "The request is too large.");
  static final ProxyAnswer AUTHORIZER_FAILURE =
      with(
          answer(503, UNAVAILABLE, "Who you are cannot be checked right now."), "Retry-After", "5");
  static final ProxyAnswer TIMEOUT = answer(504, UNAVAILABLE, "The server took too long.");

  /** No response of the template: the gateway's words where a function breaks its contract. */
  static final ProxyAnswer BROKEN = ProxyAnswer.message(502, "Internal server error");

  private final ProxyAnswer unauthorized;

  /**
   * @param endpoint the public URL of the MCP endpoint
   */
  GatewayResponses(URI endpoint) {
    String base = endpoint.toString().replaceAll("/mcp$", "");
    String challenge =
        "Bearer resource_metadata=\""
            + base
            + "/.well-known/oauth-protected-resource/mcp\", scope=\"read write\"";
    this.unauthorized =
        challenging(
            answer(
                401,
                "unauthorized",
                "This server needs a bearer token that is valid, not expired and meant for it."),
            challenge);
  }

  ProxyAnswer unauthorized() {
    return unauthorized;
  }

  /**
   * @param context what the authorizer gave with its denial
   */
  static ProxyAnswer accessDenied(JsonNode context) {
    ObjectNode body = body(context.path("error").asText(), context.path("description").asText());
    body.put("message", "User is not authorized to access this resource with an explicit deny");
    return challenging(json(403, body), context.path("challenge").asText());
  }

  private static ProxyAnswer answer(int status, String error, String description) {
    return json(status, body(error, description));
  }

  private static ObjectNode body(String error, String description) {
    return Json.object().put("error", error).put("error_description", description);
  }

  private static ProxyAnswer json(int status, ObjectNode body) {
    return new ProxyAnswer(
        status, Map.of("Content-Type", List.of("application/json")), Body.of(Json.write(body)));
  }

  /** Scripts of any page may read it: it tells nothing that the public documents do not. */
  private static ProxyAnswer challenging(ProxyAnswer answer, String challenge) {
    return with(
        with(with(answer, CHALLENGE, challenge), "Access-Control-Allow-Origin", "*"),
        "Access-Control-Expose-Headers",
        CHALLENGE);
  }

  private static ProxyAnswer with(ProxyAnswer answer, String name, String value) {
    Map<String, List<String>> headers = new TreeMap<>(answer.headers());
    headers.put(name, List.of(value));
    return new ProxyAnswer(answer.status(), headers, answer.body());
  }
}
