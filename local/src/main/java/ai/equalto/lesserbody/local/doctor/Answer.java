package ai.equalto.lesserbody.local.doctor;

import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.JsonSyntaxException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * What came back.
 *
 * @param withToken whether it answers a request with the token
 */
record Answer(int status, HttpHeaders headers, String body, boolean withToken) {
  private static final int MULTIPLE_CHOICES = 300;
  private static final int BAD_REQUEST = 400;

  /** All values of a field, or empty if there is none. */
  Optional<String> header(String name) {
    return Optional.of(String.join(", ", headers.allValues(name))).filter(text -> !text.isEmpty());
  }

  /** Whether a field that lists words has this one. */
  boolean lists(String name, String word) {
    String values = header(name).orElse("").toLowerCase(Locale.ROOT);
    for (String value : values.split(",", -1)) {
      if (value.strip().equals(word.toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  boolean isRedirect() {
    return status >= MULTIPLE_CHOICES && status < BAD_REQUEST;
  }

  boolean isSuccess() {
    return status >= 200 && status < MULTIPLE_CHOICES;
  }

  /** The body as JSON; a missing node if it is none. */
  JsonNode json() {
    try {
      return Json.read(body.getBytes(StandardCharsets.UTF_8));
    } catch (JsonSyntaxException e) {
      return MissingNode.getInstance();
    }
  }

  /** The status, and what the gateway says of it; nothing of the body. */
  String words() {
    String more =
        isRedirect()
            ? header("Location").map(to -> " to " + to).orElse("")
            : header("x-amzn-ErrorType").map(type -> " (" + type + ")").orElse("");
    return "HTTP " + status + more;
  }
}
