package ai.equalto.lesserbody.lesser;

import static java.util.Objects.requireNonNull;

import ai.equalto.lesserbody.transport.HttpCall.Method;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/**
 * One call to the API of the instance.
 *
 * @param path below the base URL, beginning with a slash
 * @param subject what the instance is asked about, in the words of the tool's arguments; empty if
 *     nothing that the caller named
 * @param advice what to do when it is unknown whether the call had its effect
 */
record ApiCall(
    Method method,
    String path,
    Query query,
    Map<String, String> headers,
    Optional<ObjectNode> body,
    String subject,
    String advice) {
  private static final String READ_AGAIN = "Try again in a minute.";
  private static final String LOOK_FIRST =
      "It may have been done all the same: look before you try again.";

  ApiCall {
    requireNonNull(method, "method");
    requireNonNull(path, "path");
    requireNonNull(query, "query");
    headers = Map.copyOf(headers);
    requireNonNull(body, "body");
    requireNonNull(subject, "subject");
    requireNonNull(advice, "advice");
  }

  /** Reads. */
  static ApiCall get(String path, Query query) {
    return new ApiCall(Method.GET, path, query, Map.of(), Optional.empty(), "", READ_AGAIN);
  }

  /** Does something that is the same when it is done twice. */
  static ApiCall post(String path) {
    String advice = "Try again in a minute; to do it twice does no harm.";
    return new ApiCall(Method.POST, path, Query.NONE, Map.of(), Optional.empty(), "", advice);
  }

  /** Sends JSON. */
  static ApiCall sending(Method method, String path, ObjectNode body) {
    return new ApiCall(method, path, Query.NONE, Map.of(), Optional.of(body), "", LOOK_FIRST);
  }

  /** The same about something that the caller named. */
  ApiCall about(String named) {
    return new ApiCall(method, path, query, headers, body, named, advice);
  }

  /** The same with a key by which the instance knows it again. */
  ApiCall once(String key) {
    return new ApiCall(
        method,
        path,
        query,
        Map.of("Idempotency-Key", key),
        body,
        subject,
        "Repeat it with idempotency_key " + key + ", so that it is not done twice.");
  }

  /** Whether it changes nothing, and so may be sent again without a second thought. */
  boolean isRead() {
    return method == Method.GET;
  }
}
