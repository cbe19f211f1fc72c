package ai.equalto.lesserbody.auth;

import ai.equalto.lesserbody.audit.AuditEvent;
import ai.equalto.lesserbody.audit.AuditLog;
import ai.equalto.lesserbody.auth.Refusal.TokenFault;
import ai.equalto.lesserbody.http.Request;
import ai.equalto.lesserbody.http.Response;
import ai.equalto.lesserbody.http.Route;
import java.util.Optional;

/**
 * Stands before every authenticated route: resolves who is calling, or answers with a challenge.
 * There is no setting that lets a request through without proof.
 */
public final class AuthHook implements Route.Guard<Principal> {
  private final Authenticator authenticator;
  private final ProtectedResource resource;
  private final AuditLog audit;
  private final Optional<Revocations> revocations;
  private final Optional<Lockout> lockout;

  /** A hook that asks nobody whether a token was taken back, and locks nobody out. */
  public AuthHook(Authenticator authenticator, ProtectedResource resource, AuditLog audit) {
    this(authenticator, resource, audit, Optional.empty(), Optional.empty());
  }

  /**
   * @param revocations asked about every token that is good in all other respects
   * @param lockout told of every token that is not
   */
  public AuthHook(
      Authenticator authenticator,
      ProtectedResource resource,
      AuditLog audit,
      Optional<Revocations> revocations,
      Optional<Lockout> lockout) {
    this.authenticator = authenticator;
    this.resource = resource;
    this.audit = audit;
    this.revocations = revocations;
    this.lockout = lockout;
  }

  @Override
  public Response admit(Request request, Route.SecuredHandler<Principal> next) {
    Authentication authentication = authenticator.authenticate(request);
    if (!(authentication instanceof Authentication.Proven proven)) {
      return refuse(request, ((Authentication.Refused) authentication).refusal());
    }
    Optional<Refusal> refusal = revocation(request, proven.principal(), proven.issuance());
    return refusal.isPresent()
        ? refuse(request, refusal.get())
        : next.handle(request, proven.principal());
  }

  private Optional<Refusal> revocation(
      Request request, Principal principal, Optional<Issuance> issuance) {
    return revocations.isEmpty() || issuance.isEmpty()
        ? Optional.empty()
        : revocations.get().refusal(principal.identity(), issuance.get(), request.requestId());
  }

  /** How long the address is locked out, if this refusal is one too many from there. */
  private Optional<Refusal> lockedOut(Request request, Refusal refusal) {
    return refusal instanceof Refusal.InvalidToken(TokenFault fault) && isGuess(fault)
        ? lockout.flatMap(counter -> counter.afterFailure(request)).map(Refusal.LockedOut::new)
        : Optional.empty();
  }

  /**
   * A token that was good is no guess. Whoever comes with one has to hear that it no longer is, or
   * would never get another, just because a stranger behind the same address keeps guessing.
   */
  private static boolean isGuess(TokenFault fault) {
    return switch (fault) {
      case EXPIRED, TOO_OLD, NOT_YET_VALID, REVOKED -> false;
      case NOT_BEARER,
          UNSUPPORTED,
          UNKNOWN_ISSUER,
          UNKNOWN_KEY,
          WRONG_CLIENT,
          WRONG_INSTANCE_KEY,
          BAD_SIGNATURE,
          BAD_CLAIMS,
          WRONG_AUDIENCE ->
          true;
    };
  }

  private Response refuse(Request request, Refusal refusal) {
    Optional<Refusal> lockedOut = lockedOut(request, refusal);
    audit.record(
        new AuditEvent.AuthFailure(
            request.requestId(),
            reason(refusal),
            lockedOut.isPresent(),
            request.header("Authorization").map(AuthHook::fingerprint),
            request.peer().address(),
            request.header("User-Agent")));
    return Challenge.of(lockedOut.orElse(refusal), resource, request).toResponse();
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
