package ai.equalto.lesserbody.mcp;

import ai.equalto.lesserbody.http.Response;
import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.RpcError;
import ai.equalto.lesserbody.jsonrpc.RpcMessage;
import ai.equalto.lesserbody.jsonrpc.RpcReply;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * {@code subscriptions/listen} (2026-07-28, "Subscriptions"). A function that answers with one body
 * holds no stream open, and nothing here changes between two deployments: so a subscription is
 * acknowledged, as one to nothing, and closed gracefully at once.
 */
final class Subscriptions {
  private static final String ID = "io.modelcontextprotocol/subscriptionId";

  private final ServerIdentity identity;

  Subscriptions(ServerIdentity identity) {
    this.identity = identity;
  }

  Response answer(Caller caller, RpcMessage.Call call) {
    if (!call.params().path("notifications").isObject()) {
      RpcError error =
          new RpcError(RpcError.INVALID_PARAMS, "Invalid params: notifications must be an object");
      return Replies.error(200, Optional.of(call.id()), error);
    }
    if (!Accept.allows(caller.request(), Accept.EVENT_STREAM)) {
      RpcError error =
          new RpcError(
              RpcError.INVALID_REQUEST,
              "The answer is " + Accept.EVENT_STREAM + ", which Accept excludes.");
      return Replies.error(406, Optional.of(call.id()), error);
    }
    ObjectNode acknowledged = Json.object();
    acknowledged.putObject("_meta").set(ID, call.id().value());
    acknowledged.putObject("notifications");
    ObjectNode result = Json.object().put("resultType", "complete");
    ObjectNode meta = identity.resultMeta();
    meta.set(ID, call.id().value());
    result.set("_meta", meta);
    return Replies.stream(
        List.of(
            new RpcMessage.Notification("notifications/subscriptions/acknowledged", acknowledged)),
        new RpcReply.Result(call.id(), result));
  }
}
