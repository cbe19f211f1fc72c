package ai.equalto.lesserbody.mcp;

import ai.equalto.lesserbody.http.Response;
import ai.equalto.lesserbody.jsonrpc.RpcError;
import ai.equalto.lesserbody.jsonrpc.RpcMessage;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * The stateless revision: every call carries all that is needed to answer it (2026-07-28,
 * "Statelessness").
 */
public final class McpServer implements Protocol {
  private final ServerIdentity identity;
  private final ToolMethods tools;

  public McpServer(ServerIdentity identity, ToolMethods tools) {
    this.identity = identity;
    this.tools = tools;
  }

  @Override
  public Response answer(Exchange exchange) {
    return switch (RpcMessage.of(exchange.body())) {
      case RpcMessage.Call call -> answer(exchange, call);
      case RpcMessage.Notification notification ->
          Envelope.contradiction(exchange.request(), notification)
              .map(error -> Replies.error(400, Optional.empty(), error))
              .orElseGet(Replies::accepted);
      case RpcMessage.Answer answer ->
          Replies.of(
              400, new RpcMessage.Invalid(Optional.empty(), "clients send no answers").reply());
      case RpcMessage.Invalid invalid -> Replies.of(400, invalid.reply());
    };
  }

  private Response answer(Exchange exchange, RpcMessage.Call call) {
    return switch (Envelope.open(exchange.request(), call)) {
      case Envelope.Opened.Rejected(RpcError error) -> {
        if (call.method().equals("tools/call")) {
          tools.skip(caller(exchange, Envelope.REJECTED), call.params());
        }
        yield Replies.error(400, Optional.of(call.id()), error);
      }
      case Envelope.Opened.Accepted(Envelope envelope) ->
          dispatch(caller(exchange, envelope), call);
    };
  }

  private static Caller caller(Exchange exchange, Envelope envelope) {
    return new Caller(
        exchange.request(), exchange.principal(), envelope.revision(), envelope.clientName());
  }

  private Response dispatch(Caller caller, RpcMessage.Call call) {
    return switch (call.method()) {
      case "server/discover" -> reply(call, cacheable(identity.discovery(), "public"));
      case "tools/list" -> reply(call, cacheable(tools.list(caller, call.params()), "private"));
      case "tools/call" -> reply(call, tools.call(caller, call.params()));
      default ->
          Replies.error(
              404,
              Optional.of(call.id()),
              new RpcError(RpcError.METHOD_NOT_FOUND, "Method not found"));
    };
  }

  /** Errors of a method that was reached are in the body alone, so the status is 200. */
  private Response reply(RpcMessage.Call call, MethodResult result) {
    if (result instanceof MethodResult.Ok(ObjectNode object)) {
      object.put("resultType", "complete");
      object.set("_meta", identity.resultMeta());
    }
    return Replies.of(call.id(), result, 200);
  }

  /** What a client may keep for a while (2026-07-28, "Caching"). */
  private static MethodResult cacheable(MethodResult result, String scope) {
    if (result instanceof MethodResult.Ok(ObjectNode object)) {
      object.put("ttlMs", 60_000).put("cacheScope", scope);
    }
    return result;
  }
}
