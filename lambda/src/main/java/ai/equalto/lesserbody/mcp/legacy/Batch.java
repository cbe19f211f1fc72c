package ai.equalto.lesserbody.mcp.legacy;

import ai.equalto.lesserbody.http.Response;
import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.RpcError;
import ai.equalto.lesserbody.jsonrpc.RpcMessage;
import ai.equalto.lesserbody.jsonrpc.RpcReply;
import ai.equalto.lesserbody.mcp.Caller;
import ai.equalto.lesserbody.mcp.Replies;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * Several messages in one body, which only 2025-03-26 allows. They are answered in order, each as
 * if it had come alone, but for the status, which they share, and for what one function can do: a
 * call that comes when the time or the room for answers is used up is not made, and told so.
 */
public final class Batch {
  /** More would let one request do the work of many. */
  static final int MAX_MESSAGES = 50;

  /** No call begins later: what is begun has half of the time that a gateway waits. */
  static final Duration MAX_TIME = Duration.ofSeconds(15);

  /** No call begins behind more characters of answers; Lambda returns 6 MB, and one may be 4. */
  static final int MAX_ANSWERS = 1 << 20;

  private final LegacyMethods methods;
  private final Clock clock;

  public Batch(LegacyMethods methods, Clock clock) {
    this.methods = methods;
    this.clock = clock;
  }

  Response answer(Caller caller, JsonNode messages) {
    if (messages.isEmpty() || messages.size() > MAX_MESSAGES) {
      RpcError error =
          new RpcError(
              RpcError.INVALID_REQUEST,
              "Invalid request: a batch has 1 to " + MAX_MESSAGES + " messages");
      return Replies.error(400, Optional.empty(), error);
    }
    Instant end = clock.instant().plus(MAX_TIME);
    StringJoiner replies = new StringJoiner(",", "[", "]").setEmptyValue("");
    for (JsonNode message : messages) {
      boolean exhausted = replies.length() > MAX_ANSWERS || clock.instant().isAfter(end);
      reply(caller, RpcMessage.of(message), exhausted)
          .ifPresent(reply -> replies.add(Json.write(reply.toJson())));
    }
    return replies.length() == 0 ? Replies.accepted() : Response.json(200, replies.toString());
  }

  private Optional<RpcReply> reply(Caller caller, RpcMessage message, boolean exhausted) {
    return switch (message) {
      case RpcMessage.Call call ->
          Optional.of(
              (exhausted ? methods.skip(caller, call) : methods.answer(caller, call))
                  .reply(call.id()));
      case RpcMessage.Notification notification -> Optional.empty();
      case RpcMessage.Answer answer -> Optional.empty();
      case RpcMessage.Invalid invalid -> Optional.of(invalid.reply());
    };
  }
}
