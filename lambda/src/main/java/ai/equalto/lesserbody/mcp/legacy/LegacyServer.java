package ai.equalto.lesserbody.mcp.legacy;

import ai.equalto.lesserbody.call.Notifications;
import ai.equalto.lesserbody.http.Response;
import ai.equalto.lesserbody.jsonrpc.RpcError;
import ai.equalto.lesserbody.jsonrpc.RpcId;
import ai.equalto.lesserbody.jsonrpc.RpcMessage;
import ai.equalto.lesserbody.mcp.Caller;
import ai.equalto.lesserbody.mcp.Exchange;
import ai.equalto.lesserbody.mcp.Protocol;
import ai.equalto.lesserbody.mcp.Replies;
import ai.equalto.lesserbody.mcp.Revision;
import ai.equalto.lesserbody.mcp.Streaming;
import java.util.Optional;
import java.util.Set;

/**
 * The revisions before 2026-07-28. A session that a request names must exist and be the caller's; a
 * request that names none is served all the same, since identity never hangs on a session.
 */
public final class LegacyServer implements Protocol {
  /** What a client without the header field speaks (2025-11-25, "Protocol Version Header"). */
  private static final Revision UNNAMED = Revision.V2025_03_26;

  private final Handshake handshake;
  private final LegacyMethods methods;
  private final Batch batch;
  private final Sessions sessions;

  public LegacyServer(Handshake handshake, LegacyMethods methods, Batch batch, Sessions sessions) {
    this.handshake = handshake;
    this.methods = methods;
    this.batch = batch;
    this.sessions = sessions;
  }

  @Override
  public Response answer(Exchange exchange) {
    try {
      return RpcMessage.of(exchange.body()) instanceof RpcMessage.Call call
              && call.method().equals(Handshake.METHOD)
          ? handshake.answer(exchange, call)
          : withinSession(exchange);
    } catch (SessionsUnavailableException e) {
      RpcError error =
          new RpcError(RpcError.INTERNAL_ERROR, "Sessions are unavailable; try again shortly");
      return Replies.error(503, RpcId.in(exchange.body()), error).with("Retry-After", "1");
    }
  }

  private Response withinSession(Exchange exchange) {
    Optional<String> id = exchange.request().header(SessionEnd.HEADER);
    Optional<Session> session = id.flatMap(named -> sessions.find(exchange.principal(), named));
    if (id.isPresent() && session.isEmpty()) {
      return refuse(404, exchange, "There is no such session; initialize again");
    }
    Optional<Revision> named = exchange.request().header(Revision.HEADER).flatMap(Revision::of);
    Revision revision = session.map(Session::revision).or(() -> named).orElse(UNNAMED);
    if (named.isPresent() && named.get() != revision) {
      return refuse(400, exchange, Revision.HEADER + " differs from the session's revision");
    }
    return answer(exchange, revision, session);
  }

  private Response answer(Exchange exchange, Revision revision, Optional<Session> session) {
    if (exchange.body().isArray() && revision == Revision.V2025_03_26) {
      return batch.answer(
          caller(exchange, revision, session, Notifications.unwanted()), exchange.body());
    }
    RpcMessage message = RpcMessage.of(exchange.body());
    if (message instanceof RpcMessage.Call call) {
      return answer(exchange, revision, session, call);
    }
    return switch (message) {
      case RpcMessage.Call call -> answer(exchange, revision, session, call);
      case RpcMessage.Notification notification -> Replies.accepted();
      case RpcMessage.Answer answer -> Replies.accepted();
      case RpcMessage.Invalid invalid -> Replies.of(400, invalid.reply());
    };
  }

  private Response answer(
      Exchange exchange, Revision revision, Optional<Session> session, RpcMessage.Call call) {
    Notifications notifications =
        Streaming.wantedBy(exchange.request(), call.params(), session.flatMap(Session::logLevel));
    Caller caller = caller(exchange, revision, session, notifications);
    return Replies.of(call.id(), methods.answer(caller, call), 200, notifications);
  }

  /** These revisions ask a client in the middle of a call, which a single answer cannot. */
  private static Caller caller(
      Exchange exchange,
      Revision revision,
      Optional<Session> session,
      Notifications notifications) {
    return new Caller(
        exchange.request(),
        exchange.principal(),
        revision,
        session.flatMap(Session::clientName),
        Set.of(),
        notifications);
  }

  private static Response refuse(int status, Exchange exchange, String message) {
    RpcError error = new RpcError(RpcError.INVALID_REQUEST, message);
    return Replies.error(status, RpcId.in(exchange.body()), error);
  }
}
