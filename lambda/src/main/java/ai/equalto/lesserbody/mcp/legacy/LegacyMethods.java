package ai.equalto.lesserbody.mcp.legacy;

import ai.equalto.lesserbody.call.Conversation;
import ai.equalto.lesserbody.call.LogLevel;
import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.RpcError;
import ai.equalto.lesserbody.jsonrpc.RpcMessage;
import ai.equalto.lesserbody.mcp.Caller;
import ai.equalto.lesserbody.mcp.McpErrors;
import ai.equalto.lesserbody.mcp.MethodResult;
import ai.equalto.lesserbody.mcp.Methods;
import ai.equalto.lesserbody.resource.ResourceRegistry;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;

/** The methods of the older revisions, once a caller is through the handshake. */
public final class LegacyMethods {
  private static final MethodResult UNKNOWN =
      MethodResult.failed(RpcError.METHOD_NOT_FOUND, "Method not found");

  private final Methods methods;
  private final ResourceRegistry resources;
  private final Sessions sessions;

  public LegacyMethods(Methods methods, ResourceRegistry resources, Sessions sessions) {
    this.methods = methods;
    this.resources = resources;
    this.sessions = sessions;
  }

  /** Stands for a call that is not made; one that would be in the audit is there all the same. */
  MethodResult skip(Caller caller, RpcMessage.Call call) {
    methods.interactive(call.method()).ifPresent(method -> method.skip(caller, call.params()));
    return MethodResult.failed(
        RpcError.INTERNAL_ERROR, "Not done: the batch is too large; send it alone");
  }

  MethodResult answer(Caller caller, RpcMessage.Call call) {
    return switch (call.method()) {
      case "ping" -> new MethodResult.Ok(Json.object());
      case "logging/setLevel" -> setLevel(caller, call.params());
      case "resources/subscribe" -> subscribe(caller, call.params());
      case "resources/unsubscribe" -> unsubscribe();
      default ->
          methods
              .interactive(call.method())
              .map(method ->
                  method.answer(caller, call.params(), Conversation.begin(Set.of(), Json.object())))
              .or(() -> methods.answer(caller, call))
              .orElse(UNKNOWN);
    };
  }

  /** Kept with the session, since the calls that it is meant for may reach other instances. */
  private MethodResult setLevel(Caller caller, ObjectNode params) {
    if (!sessions.keepLogLevels()) {
      return UNKNOWN;
    }
    Optional<LogLevel> level = LogLevel.of(params.path("level").asText());
    if (level.isEmpty()) {
      return MethodResult.failed(
          RpcError.INVALID_PARAMS, "Invalid params: level must be a log level");
    }
    Optional<String> session = caller.request().header(SessionEnd.HEADER);
    if (session.isEmpty()) {
      return MethodResult.failed(
          RpcError.INVALID_REQUEST, "Invalid request: a log level is kept with a session");
    }
    sessions.keepLogLevel(caller.principal(), session.get(), level.get());
    return new MethodResult.Ok(Json.object());
  }

  /**
   * Taken in for clients that insist, though nothing will come of it: there is no stream to send
   * updates on, and the capability {@code subscribe} is not declared.
   */
  private MethodResult subscribe(Caller caller, ObjectNode params) {
    if (resources.isEmpty()) {
      return UNKNOWN;
    }
    String uri = params.path("uri").asText();
    return resources.isReadable(uri, caller.principal())
        ? new MethodResult.Ok(Json.object())
        : new MethodResult.Failed(McpErrors.resourceNotFound(uri, caller.revision()));
  }

  private MethodResult unsubscribe() {
    return resources.isEmpty() ? UNKNOWN : new MethodResult.Ok(Json.object());
  }
}
