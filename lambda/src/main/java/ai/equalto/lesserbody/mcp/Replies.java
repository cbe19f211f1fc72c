package ai.equalto.lesserbody.mcp;

import ai.equalto.lesserbody.auth.Challenge;
import ai.equalto.lesserbody.call.Notifications;
import ai.equalto.lesserbody.http.Response;
import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.RpcError;
import ai.equalto.lesserbody.jsonrpc.RpcId;
import ai.equalto.lesserbody.jsonrpc.RpcMessage;
import ai.equalto.lesserbody.jsonrpc.RpcReply;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** JSON-RPC replies as HTTP responses. */
public final class Replies {
  private Replies() {}

  /** A notification was taken in: 202 without a body. */
  public static Response accepted() {
    return Response.empty(202);
  }

  /** One reply. */
  public static Response of(int status, RpcReply reply) {
    return Response.json(status, Json.write(reply.toJson()));
  }

  /** An error, with the id of the request where it could be read. */
  public static Response error(int status, Optional<RpcId> id, RpcError error) {
    return of(status, new RpcReply.Failure(id, error));
  }

  /**
   * What came of a call: 200, or for a missing scope its challenge. Notifications go out with a
   * status of 200 only, as a client that is refused looks for its error and nothing else.
   */
  public static Response of(
      RpcId id, MethodResult result, int failureStatus, Notifications notifications) {
    RpcReply reply = reply(id, result);
    List<RpcMessage.Notification> told = notifications.messages();
    return switch (result) {
      case MethodResult.Ok ok -> told.isEmpty() ? of(200, reply) : stream(told, reply);
      case MethodResult.InputRequired required -> of(failureStatus, reply);
      case MethodResult.Failed failed -> of(failureStatus, reply);
      case MethodResult.Refused(Challenge challenge) ->
          of(challenge.status(), reply).with("WWW-Authenticate", challenge.wwwAuthenticate());
    };
  }

  /**
   * A reply, after what the client wanted to be told before it (2026-07-28, "Receiving Messages").
   */
  public static Response stream(List<RpcMessage.Notification> notifications, RpcReply reply) {
    StringBuilder events = new StringBuilder();
    notifications.forEach(notification -> event(events, notification.toJson()));
    event(events, reply.toJson());
    return Response.eventStream(events.toString());
  }

  /** No line of JSON as it is written here holds a line end, so one field takes it. */
  private static void event(StringBuilder events, ObjectNode message) {
    events.append("event: message\ndata: ").append(Json.write(message)).append("\n\n");
  }

  /** The reply alone, for where the status is not its own. */
  public static RpcReply reply(RpcId id, MethodResult result) {
    return switch (result) {
      case MethodResult.Ok(var object, var caching) -> new RpcReply.Result(id, object);
      case MethodResult.InputRequired(var questions) ->
          new RpcReply.Failure(
              Optional.of(id),
              new RpcError(
                  RpcError.INTERNAL_ERROR,
                  "This has to ask its client first, which takes revision 2026-07-28"));
      case MethodResult.Failed(RpcError error) -> new RpcReply.Failure(Optional.of(id), error);
      case MethodResult.Refused(Challenge challenge) ->
          new RpcReply.Failure(
              Optional.of(id), new RpcError(McpErrors.INSUFFICIENT_SCOPE, challenge.description()));
    };
  }
}
