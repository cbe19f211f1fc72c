package ai.equalto.lesserbody.mcp;

import ai.equalto.lesserbody.call.LogLevel;
import ai.equalto.lesserbody.call.Notifications;
import ai.equalto.lesserbody.http.Request;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** What a client wants to be told before its answer. */
public final class Streaming {
  private Streaming() {}

  /**
   * What a request asks for: progress by its {@code progressToken}, log messages by their level;
   * nothing if the client does not accept the event stream that carries them.
   */
  public static Notifications wantedBy(
      Request request, ObjectNode params, Optional<LogLevel> logLevel) {
    if (!Accept.names(request, Accept.EVENT_STREAM)) {
      return Notifications.unwanted();
    }
    JsonNode token = params.path("_meta").path("progressToken");
    boolean proper = token.isTextual() || token.isIntegralNumber();
    return Notifications.wanted(proper ? Optional.of(token) : Optional.empty(), logLevel);
  }
}
