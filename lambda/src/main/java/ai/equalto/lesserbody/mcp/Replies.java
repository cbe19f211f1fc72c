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
  /** Of bytes: what Lambda returns, but for what stands around a body. */
  static final int MAX_SIZE = 6_000_000;

  private Replies() {}

  /** A notification was taken in: 202 without a body. */
  public static Response accepted() {
    return Response.empty(202);
  }

  /** One reply. */
  public static Response of(int status, RpcReply reply) {
    String body = Json.write(reply.toJson());
    return fits(body) ? Response.json(status, body) : tooLong(reply);
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
    RpcReply reply = result.reply(id);
    List<RpcMessage.Notification> told = notifications.close();
    if (result instanceof MethodResult.Ok) {
      return told.isEmpty() ? of(200, reply) : stream(told, reply);
    }
    return result instanceof MethodResult.Refused(Challenge challenge)
        ? challenge.headersOn(of(challenge.status(), reply))
        : of(failureStatus, reply);
  }

  /**
   * A reply, after what the client wanted to be told before it (2026-07-28, "Receiving Messages").
   */
  public static Response stream(List<RpcMessage.Notification> notifications, RpcReply reply) {
    StringBuilder events = new StringBuilder();
    notifications.forEach(notification -> event(events, notification.toJson()));
    event(events, reply.toJson());
    return fits(events) ? Response.eventStream(events.toString()) : tooLong(reply);
  }

  /** Counts only what is long enough for its size to matter: no character takes more than three. */
  private static boolean fits(CharSequence body) {
    return body.length() <= MAX_SIZE / 3 || size(body) <= MAX_SIZE;
  }

  /** What a body takes as UTF-8 within a JSON string, which is how a function returns it. */
  private static long size(CharSequence body) {
    long size = 0;
    for (int i = 0; i < body.length(); i++) {
      char c = body.charAt(i);
      size += c == '"' || c == '\\' || c == '\n' ? 2 : c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
    }
    return size;
  }

  private static Response tooLong(RpcReply reply) {
    RpcError error =
        new RpcError(
            RpcError.INTERNAL_ERROR,
            "The answer is larger than this server can send; ask for less at once");
    return of(200, new RpcReply.Failure(RpcId.in(reply.toJson()), error));
  }

  /** No line of JSON as it is written here holds a line end, so one field takes it. */
  private static void event(StringBuilder events, ObjectNode message) {
    events.append("event: message\ndata: ").append(Json.write(message)).append("\n\n");
  }
}
