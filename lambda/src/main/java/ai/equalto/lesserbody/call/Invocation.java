package ai.equalto.lesserbody.call;

import static java.util.Objects.requireNonNull;

import ai.equalto.lesserbody.auth.Principal;
import java.time.Instant;
import java.util.Optional;

/**
 * Who calls, how, and until when.
 *
 * @param principal who calls, proved
 * @param requestId the gateway's id of the request
 * @param protocolVersion the MCP revision of the call, for the audit
 * @param clientName what the client calls itself; unverified, for the audit
 * @param deadline when the answer must be on its way
 * @param conversation what client and call have settled in earlier rounds
 * @param notifications takes what the client is told on the way
 */
public record Invocation(
    Principal principal,
    String requestId,
    String protocolVersion,
    Optional<String> clientName,
    Instant deadline,
    Conversation conversation,
    Notifications notifications) {
  public Invocation {
    requireNonNull(principal, "principal");
    requireNonNull(requestId, "requestId");
    requireNonNull(protocolVersion, "protocolVersion");
    requireNonNull(clientName, "clientName");
    requireNonNull(deadline, "deadline");
    requireNonNull(conversation, "conversation");
    requireNonNull(notifications, "notifications");
  }
}
