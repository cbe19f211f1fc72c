package ai.equalto.lesserbody.mcp.legacy;

import ai.equalto.lesserbody.http.Response;
import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.RpcError;
import ai.equalto.lesserbody.jsonrpc.RpcId;
import ai.equalto.lesserbody.jsonrpc.RpcMessage;
import ai.equalto.lesserbody.jsonrpc.RpcReply;
import ai.equalto.lesserbody.mcp.Caller;
import ai.equalto.lesserbody.mcp.MethodResult;
import ai.equalto.lesserbody.mcp.Replies;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Optional;

/**
 * Several messages in one body, which only 2025-03-26 allows. They are answered in order, each as
 * if it had come alone, but for the status, which they share.
 */
final class Batch {
  /** More would let one request do the work of many. */
  static final int MAX_MESSAGES = 50;

  private final LegacyMethods methods;

  Batch(LegacyMethods methods) {
    this.methods = methods;
  }

  Response answer(Caller caller, JsonNode messages) {
    if (messages.isEmpty() || messages.size() > MAX_MESSAGES) {
      RpcError error =
          new RpcError(
              RpcError.INVALID_REQUEST,
              "Invalid request: a batch has 1 to " + MAX_MESSAGES + " messages");
      return Replies.error(400, Optional.empty(), error);
    }
    ArrayNode replies = Json.array();
    for (JsonNode message : messages) {
      reply(caller, RpcMessage.of(message)).ifPresent(reply -> replies.add(reply.toJson()));
    }
    return replies.isEmpty() ? Replies.accepted() : Response.json(200, Json.write(replies));
  }

  private Optional<RpcReply> reply(Caller caller, RpcMessage message) {
    return switch (message) {
      case RpcMessage.Call call -> Optional.of(reply(call.id(), methods.answer(caller, call)));
      case RpcMessage.Notification notification -> Optional.empty();
      case RpcMessage.Answer answer -> Optional.empty();
      case RpcMessage.Invalid(var id, var reason) ->
          Optional.of(
              new RpcReply.Failure(
                  id, new RpcError(RpcError.INVALID_REQUEST, "Invalid request: " + reason)));
    };
  }

  private static RpcReply reply(RpcId id, MethodResult result) {
    return switch (result) {
      case MethodResult.Ok(var object) -> new RpcReply.Result(id, object);
      case MethodResult.Failed(var error) -> new RpcReply.Failure(Optional.of(id), error);
      case MethodResult.Refused(var challenge) ->
          new RpcReply.Failure(Optional.of(id), Replies.error(challenge));
    };
  }
}
