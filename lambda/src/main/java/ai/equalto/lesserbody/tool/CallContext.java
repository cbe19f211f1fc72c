package ai.equalto.lesserbody.tool;

import static java.util.Objects.requireNonNull;

import ai.equalto.lesserbody.auth.Principal;

/**
 * What a tool may know of the call besides its input.
 *
 * @param principal who calls, proved, and holding the scope that the tool needs
 * @param requestId the gateway's id of the request
 */
public record CallContext(Principal principal, String requestId) {
  public CallContext {
    requireNonNull(principal, "principal");
    requireNonNull(requestId, "requestId");
  }
}
