package ai.equalto.lesserbody.http;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One HTTP response.
 *
 * @param status the status code
 * @param headers one value for each field name
 * @param body the text of the body, empty for none
 */
public record Response(int status, Map<String, String> headers, String body) {
  private static final String JSON = "application/json";

  public Response {
    requireNonNull(body, "body");
    headers = Map.copyOf(headers);
  }

  /** A response without a body. */
  public static Response empty(int status) {
    return new Response(status, Map.of(), "");
  }

  /** A JSON document. Nothing here is for shared caches unless a route says otherwise. */
  public static Response json(int status, String document) {
    return new Response(
        status, Map.of("Content-Type", JSON, "Cache-Control", "no-store"), document);
  }

  /**
   * Server-sent events, all of them at once: a function's body is sent as a whole. Proxies are
   * asked not to hold it back.
   */
  public static Response eventStream(String events) {
    return new Response(
        200,
        Map.of(
            "Content-Type",
            "text/event-stream",
            "Cache-Control",
            "no-store",
            "X-Accel-Buffering",
            "no"),
        events);
  }

  /** A JSON document that is the same for everyone, and may be kept for a minute. */
  public static Response publicJson(String document) {
    return json(200, document).with("Cache-Control", "public, max-age=60").with("Vary", "Origin");
  }

  /**
   * An error outside of JSON-RPC, in the form of RFC 6749 section 5.2.
   *
   * @param error a code of lower-case letters and underscores
   * @param description one sentence without quotes or control characters
   */
  public static Response error(int status, String error, String description) {
    return json(
        status, "{\"error\":\"" + error + "\",\"error_description\":\"" + description + "\"}");
  }

  /** This response with one header field set. */
  public Response with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Response(status, more, body);
  }
}
