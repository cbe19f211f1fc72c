package ai.equalto.lesserbody.auth;

import ai.equalto.lesserbody.audit.AuditEvent;
import ai.equalto.lesserbody.audit.AuditLog;
import ai.equalto.lesserbody.auth.Refusal.TokenFault;
import ai.equalto.lesserbody.http.Request;
import ai.equalto.lesserbody.http.Response;
import ai.equalto.lesserbody.http.Route;

/**
 * Stands before every authenticated route: resolves who is calling, or answers with a challenge.
 * There is no setting that lets a request through without proof.
 */
public final class AuthHook implements Route.Guard<Principal> {
  private final Authenticator authenticator;
  private final ProtectedResource resource;
  private final AuditLog audit;

  public AuthHook(Authenticator authenticator, ProtectedResource resource, AuditLog audit) {
    this.authenticator = authenticator;
    this.resource = resource;
    this.audit = audit;
  }

  @Override
  public Response admit(Request request, Route.SecuredHandler<Principal> next) {
    return switch (authenticator.authenticate(request)) {
      case Authentication.Proven(Principal principal, var issuance) ->
          next.handle(request, principal);
      case Authentication.Refused(Refusal refusal) -> refuse(request, refusal);
    };
  }

  private Response refuse(Request request, Refusal refusal) {
    audit.record(
        new AuditEvent.AuthFailure(
            request.requestId(),
            reason(refusal),
            request.header("Authorization").map(AuthHook::fingerprint),
            request.peer().address(),
            request.header("User-Agent")));
    return Challenge.of(refusal, resource, request).toResponse();
  }

  /** Of the token alone, so that it is the same whatever the scheme is spelt like. */
  private static String fingerprint(String authorization) {
    String stripped = authorization.strip();
    return TokenId.fingerprint(stripped.substring(stripped.lastIndexOf(' ') + 1));
  }

  private static String reason(Refusal refusal) {
    return switch (refusal) {
      case Refusal.NoCredentials() -> "NO_CREDENTIALS";
      case Refusal.InvalidToken(TokenFault fault) -> fault.name();
      case Refusal.InsufficientScope(Scope needed) -> "INSUFFICIENT_SCOPE";
      case Refusal.NotAdmitted() -> "NOT_ADMITTED";
      case Refusal.LockedOut(var wait) -> "LOCKED_OUT";
      case Refusal.Unavailable() -> "UNAVAILABLE";
    };
  }
}
