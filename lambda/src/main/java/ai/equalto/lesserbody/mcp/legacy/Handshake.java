package ai.equalto.lesserbody.mcp.legacy;

import ai.equalto.lesserbody.call.Notifications;
import ai.equalto.lesserbody.http.Response;
import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.RpcError;
import ai.equalto.lesserbody.jsonrpc.RpcMessage;
import ai.equalto.lesserbody.mcp.Exchange;
import ai.equalto.lesserbody.mcp.MethodResult;
import ai.equalto.lesserbody.mcp.Replies;
import ai.equalto.lesserbody.mcp.Revision;
import ai.equalto.lesserbody.mcp.ServerIdentity;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** {@code initialize}: settles the revision and begins a session (2025-11-25, "Lifecycle"). */
public final class Handshake {
  static final String METHOD = "initialize";

  private final ServerIdentity identity;
  private final Sessions sessions;

  public Handshake(ServerIdentity identity, Sessions sessions) {
    this.identity = sessions.keepLogLevels() ? identity : identity.without(ServerIdentity.LOGGING);
    this.sessions = sessions;
  }

  Response answer(Exchange exchange, RpcMessage.Call call) {
    JsonNode wanted = call.params().path("protocolVersion");
    if (!wanted.isTextual()) {
      MethodResult missing =
          MethodResult.failed(
              RpcError.INVALID_PARAMS, "Invalid params: protocolVersion must be a string");
      return Replies.of(call.id(), missing, 200, Notifications.unwanted());
    }
    Revision revision = negotiate(wanted.textValue());
    String client = call.params().path("clientInfo").path("name").textValue();
    Session session = new Session(revision, Optional.ofNullable(client));
    return Replies.of(
            call.id(), new MethodResult.Ok(result(revision)), 200, Notifications.unwanted())
        .with(SessionEnd.HEADER, sessions.open(exchange.principal(), session));
  }

  /** The wanted revision if it is one of these, or else the newest that has a handshake. */
  private static Revision negotiate(String wanted) {
    return Revision.of(wanted)
        .filter(revision -> !revision.isStateless())
        .orElse(Revision.V2025_11_25);
  }

  private ObjectNode result(Revision revision) {
    ObjectNode result = Json.object().put("protocolVersion", revision.wire());
    result.set("capabilities", identity.declaration());
    result.set("serverInfo", identity.implementation());
    return result.put("instructions", identity.instructions());
  }
}
