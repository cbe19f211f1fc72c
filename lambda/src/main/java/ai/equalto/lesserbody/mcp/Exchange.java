package ai.equalto.lesserbody.mcp;

import static java.util.Objects.requireNonNull;

import ai.equalto.lesserbody.auth.Principal;
import ai.equalto.lesserbody.http.Request;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * One POST of a proven caller that kept the rules of HTTP.
 *
 * @param request the request
 * @param principal who sent it
 * @param body its body, read
 */
public record Exchange(Request request, Principal principal, JsonNode body) {
  public Exchange {
    requireNonNull(request, "request");
    requireNonNull(principal, "principal");
    requireNonNull(body, "body");
  }
}
