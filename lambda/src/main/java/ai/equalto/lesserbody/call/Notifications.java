package ai.equalto.lesserbody.call;

import static java.util.Objects.requireNonNull;

import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.RpcMessage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a call tells its client before it answers (MCP, "Progress" and "Logging"), as far as the
 * client asked to be told. The messages are kept in their order and leave together with the answer,
 * since a function's body is sent as a whole. Of one call at most {@value #MAX} are kept, and
 * {@value #MAX_LENGTH} characters; what is told after the answer is not.
 */
public final class Notifications {
  static final int MAX = 1_000;
  static final int MAX_LENGTH = 1 << 18;

  private final Optional<JsonNode> progressToken;
  private final Optional<LogLevel> threshold;
  private final List<RpcMessage.Notification> messages = new ArrayList<>();
  private double latestProgress = Double.NEGATIVE_INFINITY;
  private int length;
  private boolean closed;

  private Notifications(Optional<JsonNode> progressToken, Optional<LogLevel> threshold) {
    this.progressToken = requireNonNull(progressToken, "progressToken");
    this.threshold = requireNonNull(threshold, "threshold");
  }

  /** For a client that wants to be told nothing. */
  public static Notifications unwanted() {
    return new Notifications(Optional.empty(), Optional.empty());
  }

  /**
   * For a client that wants to be told these.
   *
   * @param progressToken what it tells its calls apart by; a string or an integer
   * @param threshold the least level of log messages that it wants
   */
  public static Notifications wanted(
      Optional<JsonNode> progressToken, Optional<LogLevel> threshold) {
    return new Notifications(progressToken, threshold);
  }

  synchronized void progress(double progress, double total, String message) {
    // The specification wants progress to increase, so what stands still is no news.
    if (progressToken.isPresent() && progress > latestProgress) {
      latestProgress = progress;
      ObjectNode params = Json.object();
      params.set("progressToken", progressToken.get());
      params.put("progress", progress).put("total", total).put("message", message);
      add("notifications/progress", params);
    }
  }

  synchronized void log(LogLevel level, String logger, JsonNode data) {
    if (threshold.filter(least -> level.compareTo(least) >= 0).isPresent()) {
      ObjectNode params = Json.object().put("level", level.wire()).put("logger", logger);
      // The work may go on changing what it gave.
      params.set("data", data.deepCopy());
      add("notifications/message", params);
    }
  }

  private void add(String method, ObjectNode params) {
    length += Json.write(params).length();
    if (!closed && messages.size() < MAX && length <= MAX_LENGTH) {
      messages.add(new RpcMessage.Notification(method, params));
    }
  }

  /** What was told, oldest first. Nothing is taken in from here on. */
  public synchronized List<RpcMessage.Notification> close() {
    closed = true;
    return List.copyOf(messages);
  }
}
