package ai.equalto.lesserbody.audit;

import java.util.Optional;

/** Something that an auditor wants to know. Its types leave no room for a token or an argument. */
public sealed interface AuditEvent {
  /** The gateway's id of the request that it happened on. */
  String requestId();

  /** What a call is of. */
  enum Kind {
    /** {@code tools/call}. */
    TOOL_CALL("tool"),
    /** {@code resources/read}; named by the URI or the template that was registered. */
    RESOURCE_READ("resource"),
    /** {@code prompts/get}. */
    PROMPT_GET("prompt"),
    /** {@code completion/complete}; named by the prompt or the template. */
    COMPLETION("completes");

    private final String field;

    Kind(String field) {
      this.field = field;
    }

    /** What the field is called that holds the name. */
    String field() {
      return field;
    }
  }

  /** How a call ended. */
  enum Outcome {
    /** The work was done. */
    OK,
    /** The work could not be done, and the caller was told why. */
    FAILED,
    /** The input does not fit, and the work was not done. */
    INVALID_INPUT,
    /** The caller lacks the scope; nothing ran. */
    DENIED,
    /** A person was asked to confirm and did not; nothing ran. */
    DECLINED,
    /** The client was asked for input; the work is not done yet. */
    INPUT_REQUIRED,
    /** The client would have to be asked for input, and cannot be; the work is not done. */
    CANNOT_ASK,
    /** There is nothing of that name. */
    NOT_FOUND,
    /** The work was stopped, for there was no time left. */
    TIMED_OUT,
    /** The work broke, or the request around it forbade it. */
    ERROR
  }

  /**
   * One call.
   *
   * @param kind what it is of
   * @param identity who called
   * @param principalType how the caller proved it
   * @param name the registered name; absent for an unknown one, which is the caller's text
   * @param scopeNeeded the scope that is needed; absent for an unknown name
   * @param durationMillis time spent on it
   * @param protocolVersion the MCP revision of the call
   * @param clientName what the client calls itself; unverified, cut to a safe length
   */
  record Call(
      Kind kind,
      String requestId,
      String identity,
      String principalType,
      Optional<String> name,
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
   * @param tokenHash the first 8 hexadecimal digits of the SHA-256 of what was presented
   * @param sourceIp where the request came from, as the gateway saw it; empty if it did not say
   * @param userAgent what the client calls itself; unverified, cut to a safe length
   */
  record AuthFailure(
      String requestId,
      String reason,
      Optional<String> tokenHash,
      String sourceIp,
      Optional<String> userAgent)
      implements AuditEvent {}

  /**
   * An issuer of tokens was asked for its keys and gave none; one for each time that it was asked.
   *
   * @param requestId of the request that they were needed for
   * @param issuer as it is configured
   * @param reason a constant of this server, never text of the network
   */
  record IssuerUnreachable(String requestId, String issuer, String reason) implements AuditEvent {}
}
