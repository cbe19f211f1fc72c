package ai.equalto.lesserbody.mcp;

import static java.util.Objects.requireNonNull;

import ai.equalto.lesserbody.auth.Principal;
import ai.equalto.lesserbody.http.Request;
import java.util.Optional;

/**
 * Who calls a method, and how.
 *
 * @param request the request that carries the call
 * @param principal who calls, proved
 * @param revision the revision that the call is made in
 * @param clientName what the client calls itself; unverified, for the audit only
 */
public record Caller(
    Request request, Principal principal, Revision revision, Optional<String> clientName) {
  public Caller {
    requireNonNull(request, "request");
    requireNonNull(principal, "principal");
    requireNonNull(revision, "revision");
    requireNonNull(clientName, "clientName");
  }
}
