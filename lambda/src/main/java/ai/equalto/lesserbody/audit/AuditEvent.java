package ai.equalto.lesserbody.audit;

import java.time.Instant;
import java.util.Optional;

/** Something that an auditor wants to know. Its types leave no room for a token or an argument. */
public sealed interface AuditEvent {
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
   * @param lockedOut whether its address had failed too often to be told so
   * @param tokenHash the first 8 hexadecimal digits of the SHA-256 of what was presented
   * @param sourceIp where the request came from, as the gateway saw it; empty if it did not say
   * @param userAgent what the client calls itself; unverified, cut to a safe length
   */
  record AuthFailure(
      String requestId,
      String reason,
      boolean lockedOut,
      Optional<String> tokenHash,
      String sourceIp,
      Optional<String> userAgent)
      implements AuditEvent {}

  /**
   * A secret was found to be another one than before.
   *
   * @param secret which secret; a constant of this server
   * @param versionId the version that counts now; no secret
   * @param previousVersionId the version before it
   * @param previousUntil when that one ceases to count
   */
  record SecretRotated(
      String secret, String versionId, Optional<String> previousVersionId, Instant previousUntil)
      implements AuditEvent {}

  /**
   * A secret was asked for in vain.
   *
   * @param secret which secret; a constant of this server
   * @param reason a constant of this server
   * @param stale whether the last good value is used meanwhile; nobody is authenticated without one
   */
  record SecretUnavailable(String secret, String reason, boolean stale) implements AuditEvent {}

  /**
   * A step of a rotation was done.
   *
   * @param secretId the secret, as it was named
   * @param versionId the version that becomes current; no secret
   * @param step as Secrets Manager calls it
   * @param did what it came to; a constant of this server
   */
  record RotationStep(String secretId, String versionId, String step, String did)
      implements AuditEvent {}

  /** What keeps callers within bounds, and needs a table for it. */
  enum Guard {
    /** Whether a token was taken back. */
    REVOCATION,
    /** How much an identity asks for. */
    RATE_LIMIT,
    /** How often an address fails to authenticate. */
    LOCKOUT
  }

  /**
   * A guard could not do its work, for its table did not answer.
   *
   * @param letThrough whether the request went on as if there were no such guard
   */
  record GuardFailed(String requestId, Guard guard, boolean letThrough) implements AuditEvent {}

  /**
   * A request that was more than its caller may ask for in this time.
   *
   * @param bucket what it would have counted against: a scope, or the name of a tool
   */
  record RateLimited(String requestId, String identity, String bucket) implements AuditEvent {}

  /** What is taken back. */
  enum Revoked {
    /** A token, which was presented. */
    TOKEN,
    /** The token with an id that was named. */
    JTI,
    /** All that was issued to somebody before a time. */
    IDENTITY
  }

  /** What became of a wish to take something back. */
  enum RevocationOutcome {
    /** It was taken back. */
    REVOKED,
    /** What was presented is no good anyway. */
    ALREADY_INVALID,
    /** The caller may not take anything back. */
    DENIED,
    /** Something is wrong with the request. */
    INVALID_REQUEST,
    /** It could not be kept; what was to be taken back is still good. */
    UNAVAILABLE
  }

  /**
   * Somebody wanted to take a token back.
   *
   * @param identity who wanted it
   * @param principalType how the caller proved it
   * @param what absent where the request did not say
   * @param owner whose it is, where that is known
   */
  record Revocation(
      String requestId,
      String identity,
      String principalType,
      Optional<Revoked> what,
      Optional<String> owner,
      RevocationOutcome outcome)
      implements AuditEvent {}

  /**
   * An issuer of tokens was asked for its keys and gave none; one for each time that it was asked.
   *
   * @param requestId of the request that they were needed for
   * @param issuer as it is configured
   * @param reason a constant of this server, never text of the network
   */
  record IssuerUnreachable(String requestId, String issuer, String reason) implements AuditEvent {}

  /**
   * The canary found the endpoint well.
   *
   * @param discoveryMillis how long the public documents took
   * @param challengeMillis how long the answer took to a client without a token
   * @param callMillis how long a call of a tool took, seen from outside
   */
  record CanaryPassed(long discoveryMillis, long challengeMillis, long callMillis)
      implements AuditEvent {}
}
