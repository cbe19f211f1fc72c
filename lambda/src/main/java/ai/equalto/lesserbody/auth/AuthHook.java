package ai.equalto.lesserbody.auth;

import ai.equalto.lesserbody.audit.AuditEvent;
import ai.equalto.lesserbody.audit.AuditLog;
import ai.equalto.lesserbody.auth.Refusal.TokenFault;
import ai.equalto.lesserbody.http.Request;
import ai.equalto.lesserbody.http.Response;
import ai.equalto.lesserbody.http.Route;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands before every authenticated route: resolves who is calling, or answers with a challenge.
 * There is no setting that lets a request through without proof.
 */
public final class AuthHook implements Route.Guard<Principal> {
  /** RFC 6750 section 2.1; a repeated field arrives joined by a comma, and so never matches. */
  private static final Pattern BEARER =
      Pattern.compile("Bearer +([A-Za-z0-9._~+/-]+=*)", Pattern.CASE_INSENSITIVE);

  private final LesserTokens lesserTokens;
  private final ProtectedResource resource;
  private final AuditLog audit;

  public AuthHook(LesserTokens lesserTokens, ProtectedResource resource, AuditLog audit) {
    this.lesserTokens = lesserTokens;
    this.resource = resource;
    this.audit = audit;
  }

  @Override
  public Response admit(Request request, Route.SecuredHandler<Principal> next) {
    return switch (authenticate(request)) {
      case Authentication.Proven(Principal principal) -> next.handle(request, principal);
      case Authentication.Refused(Refusal refusal) -> refuse(request, refusal);
    };
  }

  private Authentication authenticate(Request request) {
    Optional<String> authorization = request.header("Authorization");
    if (authorization.isEmpty()) {
      return new Authentication.Refused(new Refusal.NoCredentials());
    }
    Matcher bearer = BEARER.matcher(authorization.get().strip());
    return bearer.matches()
        ? lesserTokens.verify(bearer.group(1), resource.identifier(request))
        : Authentication.refused(TokenFault.NOT_BEARER);
  }

  private Response refuse(Request request, Refusal refusal) {
    audit.record(new AuditEvent.AuthFailure(request.requestId(), reason(refusal)));
    return Challenge.of(refusal, resource, request).toResponse();
  }

  private static String reason(Refusal refusal) {
    return switch (refusal) {
      case Refusal.NoCredentials() -> "NO_CREDENTIALS";
      case Refusal.InvalidToken(TokenFault fault) -> fault.name();
      case Refusal.InsufficientScope(Scope needed) -> "INSUFFICIENT_SCOPE";
    };
  }
}
