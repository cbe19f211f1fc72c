package ai.equalto.lesserbody.audit;

import java.util.Optional;

/** Something that an auditor wants to know. Its types leave no room for a token or an argument. */
public sealed interface AuditEvent {
  /** The gateway's id of the request that it happened on. */
  String requestId();

  /** How a tool call ended. */
  enum Outcome {
    /** The tool did its work. */
    OK,
    /** The tool ran and reports that it could not do its work. */
    TOOL_ERROR,
    /** The arguments do not fit the tool, which did not do its work. */
    INVALID_INPUT,
    /** The caller lacks the scope; the tool did not run. */
    DENIED,
    /** There is no such tool. */
    UNKNOWN_TOOL,
    /** The tool broke. */
    ERROR
  }

  /**
   * One tools/call.
   *
   * @param identity who called
   * @param principalType how the caller proved it
   * @param tool the registered name; absent for an unknown tool, whose name is the caller's text
   * @param scopeNeeded the scope that the tool needs; absent for an unknown tool
   * @param durationMillis time spent in the registry
   * @param protocolVersion the MCP revision of the call
   * @param clientName what the client calls itself; unverified, cut to a safe length
   */
  record ToolCall(
      String requestId,
      String identity,
      String principalType,
      Optional<String> tool,
      Optional<String> scopeNeeded,
      Outcome outcome,
      long durationMillis,
      String protocolVersion,
      Optional<String> clientName)
      implements AuditEvent {}

  /**
   * A request that proved no identity.
   *
   * @param reason a constant of this server, never text of the caller
   */
  record AuthFailure(String requestId, String reason) implements AuditEvent {}
}
