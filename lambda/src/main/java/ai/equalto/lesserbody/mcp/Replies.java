package ai.equalto.lesserbody.mcp;

import ai.equalto.lesserbody.auth.Challenge;
import ai.equalto.lesserbody.http.Response;
import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.RpcError;
import ai.equalto.lesserbody.jsonrpc.RpcId;
import ai.equalto.lesserbody.jsonrpc.RpcReply;
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

  /** A call that worked is 200, one without the scope its challenge, one that failed as told. */
  public static Response of(RpcId id, MethodResult result, int failureStatus) {
    RpcReply reply = reply(id, result);
    return switch (result) {
      case MethodResult.Ok ok -> of(200, reply);
      case MethodResult.Failed failed -> of(failureStatus, reply);
      case MethodResult.Refused(Challenge challenge) ->
          of(challenge.status(), reply).with("WWW-Authenticate", challenge.wwwAuthenticate());
    };
  }

  /** The reply alone, for where the status is not its own. */
  public static RpcReply reply(RpcId id, MethodResult result) {
    return switch (result) {
      case MethodResult.Ok(var object) -> new RpcReply.Result(id, object);
      case MethodResult.Failed(RpcError error) -> new RpcReply.Failure(Optional.of(id), error);
      case MethodResult.Refused(Challenge challenge) ->
          new RpcReply.Failure(
              Optional.of(id), new RpcError(McpErrors.INSUFFICIENT_SCOPE, challenge.description()));
    };
  }
}
