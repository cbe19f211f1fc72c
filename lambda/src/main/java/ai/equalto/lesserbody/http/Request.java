package ai.equalto.lesserbody.http;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * One HTTP request, as far as this server cares.
 *
 * @param method upper-case method name
 * @param path absolute path without the stage and without a query
 * @param headers the header fields
 * @param body the decoded body
 * @param peer who is at the other end
 * @param requestId the gateway's id of this request, for support and the audit
 * @param baseUrl scheme, host and stage under which the gateway serves {@code path}, without a
 *     trailing slash; taken from the gateway, never from a header that the caller writes
 * @param deadline when the answer must be on its way
 */
public record Request(
    String method,
    String path,
    Headers headers,
    Body body,
    Peer peer,
    String requestId,
    String baseUrl,
    Instant deadline) {
  public Request {
    requireNonNull(method, "method");
    requireNonNull(path, "path");
    requireNonNull(headers, "headers");
    requireNonNull(body, "body");
    requireNonNull(peer, "peer");
    requireNonNull(requestId, "requestId");
    requireNonNull(baseUrl, "baseUrl");
    requireNonNull(deadline, "deadline");
  }

  /** The value of a header field, see {@link Headers#value}. */
  public Optional<String> header(String name) {
    return headers.value(name);
  }
}
