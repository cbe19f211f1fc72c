package ai.equalto.lesserbody.mcp;

import ai.equalto.lesserbody.content.Caching;
import ai.equalto.lesserbody.http.Response;
import ai.equalto.lesserbody.jsonrpc.RpcError;
import ai.equalto.lesserbody.jsonrpc.RpcMessage;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;

/**
 * The stateless revision: every call carries all that is needed to answer it (2026-07-28,
 * "Statelessness").
 */
public final class McpServer implements Protocol {
  private final ServerIdentity identity;
  private final Methods methods;
  private final Rounds rounds;
  private final Subscriptions subscriptions;

  public McpServer(ServerIdentity identity, Methods methods, Rounds rounds) {
    this.identity = identity;
    this.methods = methods;
    this.rounds = rounds;
    this.subscriptions = new Subscriptions(identity);
  }

  @Override
  public Response answer(Exchange exchange) {
    RpcMessage message = RpcMessage.of(exchange.body());
    return message instanceof RpcMessage.Call call
        ? answer(exchange, call)
        : acknowledge(exchange, message);
  }

  private Response acknowledge(Exchange exchange, RpcMessage message) {
    return switch (message) {
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
    Envelope.Opened opened = Envelope.open(exchange.request(), call);
    Caller caller = caller(exchange, call, opened.envelope());
    if (opened.error().isEmpty()) {
      return dispatch(caller, call);
    }
    methods.interactive(call.method()).ifPresent(method -> method.skip(caller, call.params()));
    return Replies.error(400, Optional.of(call.id()), opened.error().get());
  }

  private static Caller caller(Exchange exchange, RpcMessage.Call call, Envelope envelope) {
    return new Caller(
        exchange.request(),
        exchange.principal(),
        envelope.revision(),
        envelope.clientName(),
        envelope.capabilities(),
        Streaming.wantedBy(exchange.request(), call.params(), envelope.logLevel()));
  }

  private Response dispatch(Caller caller, RpcMessage.Call call) {
    Optional<InteractiveMethod> interactive = methods.interactive(call.method());
    if (interactive.isPresent()) {
      return interact(caller, call, interactive.get());
    }
    return switch (call.method()) {
      case "server/discover" -> reply(caller, call, identity.discovery());
      case "subscriptions/listen" -> subscriptions.answer(caller, call);
      default ->
          methods
              .answer(caller, call)
              .map(result -> reply(caller, call, result))
              .orElseGet(() -> unknown(call));
    };
  }

  private static Response unknown(RpcMessage.Call call) {
    RpcError error = new RpcError(RpcError.METHOD_NOT_FOUND, "Method not found");
    return Replies.error(404, Optional.of(call.id()), error);
  }

  private Response interact(Caller caller, RpcMessage.Call call, InteractiveMethod method) {
    Optional<String> contradiction = method.contradiction(caller.request(), call.params());
    if (contradiction.isPresent()) {
      method.skip(caller, call.params());
      return Replies.error(
          400, Optional.of(call.id()), McpErrors.headerMismatch(contradiction.get()));
    }
    return reply(caller, call, rounds.answer(caller, call, method));
  }

  /** Errors of a method that was reached are in the body alone, but for a missing capability. */
  private Response reply(Caller caller, RpcMessage.Call call, MethodResult result) {
    int failureStatus = 200;
    if (result instanceof MethodResult.Ok(ObjectNode object, var caching)) {
      complete(object, caching);
    } else if (result instanceof MethodResult.Failed(RpcError error)
        && error.code() == McpErrors.MISSING_CAPABILITY) {
      failureStatus = 400;
    }
    return Replies.of(call.id(), result, failureStatus, caller.notifications());
  }

  private void complete(ObjectNode result, Optional<Caching> caching) {
    result.putIfAbsent("resultType", JsonNodeFactory.instance.textNode("complete"));
    if (caching.isPresent()) {
      Caching kept = caching.get();
      result
          .put("ttlMs", kept.ttl().toMillis())
          .put("cacheScope", kept.scope().name().toLowerCase(Locale.ROOT));
    }
    result.set("_meta", identity.resultMeta());
  }
}
