package ai.equalto.lesserbody.mcp;

import ai.equalto.lesserbody.call.Capability;
import ai.equalto.lesserbody.call.LogLevel;
import ai.equalto.lesserbody.http.Request;
import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.RpcError;
import ai.equalto.lesserbody.jsonrpc.RpcMessage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;

/**
 * The {@code _meta} that a stateless call carries (2026-07-28, "Per-request protocol fields"),
 * checked against the header fields that mirror the body ("Server Validation").
 *
 * @param revision the revision of the call
 * @param clientName what the client calls itself; unverified
 * @param capabilities what the client can be asked for
 * @param logLevel the least level of log messages that it wants to be sent
 */
record Envelope(
    Revision revision,
    Optional<String> clientName,
    Set<Capability> capabilities,
    Optional<LogLevel> logLevel) {
  /** What the audit says of a call whose envelope says nothing that can be believed. */
  static final Envelope REJECTED =
      new Envelope(Revision.V2026_07_28, Optional.empty(), Set.of(), Optional.empty());

  static final String VERSION = "io.modelcontextprotocol/protocolVersion";
  private static final String CAPABILITIES = "io.modelcontextprotocol/clientCapabilities";
  private static final String CLIENT = "io.modelcontextprotocol/clientInfo";
  private static final String LOG_LEVEL = "io.modelcontextprotocol/logLevel";

  /**
   * The outcome of opening an envelope.
   *
   * @param envelope {@link #REJECTED} where there is an error
   */
  record Opened(Envelope envelope, Optional<RpcError> error) {
    private static Opened rejected(RpcError error) {
      return new Opened(REJECTED, Optional.of(error));
    }
  }

  static Opened open(Request request, RpcMessage.Call call) {
    JsonNode meta = call.params().path("_meta");
    JsonNode version = meta.path(VERSION);
    Optional<String> header = request.header(Revision.HEADER);
    if (!version.isTextual()) {
      return withoutVersion(header);
    }
    if (!header.equals(Optional.of(version.textValue()))) {
      return Opened.rejected(mismatch());
    }
    Optional<Revision> revision = Revision.of(version.textValue());
    if (revision.isEmpty()) {
      return Opened.rejected(unsupported(version.textValue()));
    }
    if (!meta.path(CAPABILITIES).isObject()) {
      return invalid("_meta lacks the object " + CAPABILITIES);
    }
    Optional<String> contradiction = MirroredHeaders.contradiction(request, call);
    if (contradiction.isPresent()) {
      return Opened.rejected(McpErrors.headerMismatch(contradiction.get()));
    }
    return accepted(revision.get(), meta);
  }

  private static Opened accepted(Revision revision, JsonNode meta) {
    Optional<LogLevel> logLevel =
        meta.has(LOG_LEVEL) ? LogLevel.of(meta.path(LOG_LEVEL).asText()) : Optional.empty();
    if (meta.has(LOG_LEVEL) && logLevel.isEmpty()) {
      return invalid(LOG_LEVEL + " is no log level");
    }
    return new Opened(
        new Envelope(
            revision,
            Optional.ofNullable(meta.path(CLIENT).path("name").textValue()),
            Capability.declaredIn(meta.path(CAPABILITIES)),
            logLevel),
        Optional.empty());
  }

  /**
   * What is wrong with the revision that a notification names. It may leave out what a call must
   * carry ("Sending Messages"), but not contradict itself.
   */
  static Optional<RpcError> contradiction(Request request, RpcMessage.Notification notification) {
    Optional<String> header = request.header(Revision.HEADER);
    JsonNode version = notification.params().path("_meta").path(VERSION);
    if (!version.isMissingNode() && !header.equals(Optional.ofNullable(version.textValue()))) {
      return Optional.of(mismatch());
    }
    return header.filter(named -> Revision.of(named).isEmpty()).map(Envelope::unsupported);
  }

  private static Opened withoutVersion(Optional<String> header) {
    return header.filter(named -> Revision.of(named).isEmpty()).isPresent()
        ? Opened.rejected(unsupported(header.get()))
        : invalid("_meta lacks the string " + VERSION);
  }

  private static Opened invalid(String message) {
    return Opened.rejected(new RpcError(RpcError.INVALID_PARAMS, "Invalid params: " + message));
  }

  private static RpcError mismatch() {
    return McpErrors.headerMismatch(Revision.HEADER + " is missing or differs from the body");
  }

  private static RpcError unsupported(String requested) {
    ObjectNode data = Json.object();
    ArrayNode supported = data.putArray("supported");
    Revision.supported().forEach(supported::add);
    data.put("requested", requested);
    return new RpcError(
        McpErrors.UNSUPPORTED_VERSION, "Unsupported protocol version", Optional.of(data));
  }
}
