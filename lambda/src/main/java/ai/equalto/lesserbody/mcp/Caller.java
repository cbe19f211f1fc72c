package ai.equalto.lesserbody.mcp;

import static java.util.Objects.requireNonNull;

import ai.equalto.lesserbody.auth.Principal;
import ai.equalto.lesserbody.call.Capability;
import ai.equalto.lesserbody.call.Conversation;
import ai.equalto.lesserbody.call.Invocation;
import ai.equalto.lesserbody.call.Notifications;
import ai.equalto.lesserbody.http.Request;
import ai.equalto.lesserbody.jsonrpc.Json;
import java.util.Optional;
import java.util.Set;

/**
 * Who calls a method, and how.
 *
 * @param request the request that carries the call
 * @param principal who calls, proved
 * @param revision the revision that the call is made in
 * @param clientName what the client calls itself; unverified, for the audit only
 * @param capabilities what the client can be asked for
 * @param notifications takes what the client is told on the way
 */
public record Caller(
    Request request,
    Principal principal,
    Revision revision,
    Optional<String> clientName,
    Set<Capability> capabilities,
    Notifications notifications) {
  public Caller {
    requireNonNull(request, "request");
    requireNonNull(principal, "principal");
    requireNonNull(revision, "revision");
    requireNonNull(clientName, "clientName");
    capabilities = Set.copyOf(capabilities);
    requireNonNull(notifications, "notifications");
  }

  /** A call of this caller, with what was settled in its earlier rounds. */
  Invocation invocation(Conversation conversation) {
    return new Invocation(
        principal,
        request.requestId(),
        revision.wire(),
        clientName,
        request.deadline(),
        conversation,
        notifications);
  }

  /** A call of this caller that has no earlier rounds. */
  Invocation invocation() {
    return invocation(Conversation.begin(capabilities, Json.object()));
  }
}
