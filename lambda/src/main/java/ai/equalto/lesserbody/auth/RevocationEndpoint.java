package ai.equalto.lesserbody.auth;

import ai.equalto.lesserbody.audit.AuditEvent;
import ai.equalto.lesserbody.audit.AuditEvent.RevocationOutcome;
import ai.equalto.lesserbody.audit.AuditEvent.Revoked;
import ai.equalto.lesserbody.audit.AuditLog;
import ai.equalto.lesserbody.http.FormBody;
import ai.equalto.lesserbody.http.Request;
import ai.equalto.lesserbody.http.Response;
import ai.equalto.lesserbody.http.Route;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * Token revocation (RFC 7009) for operators: whoever holds the scope {@code admin} can take back a
 * token, the token with a {@code jti}, or all that was issued to an identity before a time. Once
 * this has answered with 200, no instance accepts it for longer than {@link Revocations#BELIEVED}.
 */
public final class RevocationEndpoint implements Route.SecuredHandler<Principal> {
  /** Where it is served. */
  public static final String PATH = "/oauth/revoke";

  /** Twice what the longest token takes. */
  private static final int MAX_BODY = 16 * 1024;

  private final Authenticator authenticator;
  private final Revocations revocations;
  private final ProtectedResource resource;
  private final AuditLog audit;
  private final Clock clock;

  public RevocationEndpoint(
      Authenticator authenticator,
      Revocations revocations,
      ProtectedResource resource,
      AuditLog audit,
      Clock clock) {
    this.authenticator = authenticator;
    this.revocations = revocations;
    this.resource = resource;
    this.audit = audit;
    this.clock = clock;
  }

  /** What was done, and how that is answered. */
  private record Done(RevocationOutcome outcome, Optional<String> owner, Response response) {
    static Done ok(RevocationOutcome outcome, Optional<String> owner) {
      return new Done(outcome, owner, Response.empty(200).with("Cache-Control", "no-store"));
    }

    static Done refused(RevocationOutcome outcome, String error, String description) {
      return new Done(outcome, Optional.empty(), Response.error(400, error, description));
    }
  }

  @Override
  public Response handle(Request request, Principal principal) {
    if (!principal.may(Scope.ADMIN)) {
      Challenge challenge =
          Challenge.of(new Refusal.InsufficientScope(Scope.ADMIN), resource, request);
      Done denied = new Done(RevocationOutcome.DENIED, Optional.empty(), challenge.toResponse());
      return finish(request, principal, Optional.empty(), denied);
    }
    try {
      Map<String, String> form = FormBody.read(request, MAX_BODY);
      RevocationWish wish = RevocationWish.of(form, clock.instant(), authenticator::knowsIssuer);
      return finish(request, principal, Optional.of(what(wish)), fulfil(wish, request));
    } catch (FormBody.MalformedException | RevocationWish.InvalidException e) {
      Done invalid =
          Done.refused(RevocationOutcome.INVALID_REQUEST, "invalid_request", e.getMessage());
      return finish(request, principal, Optional.empty(), invalid);
    }
  }

  private static Revoked what(RevocationWish wish) {
    return switch (wish) {
      case RevocationWish.OfToken token -> Revoked.TOKEN;
      case RevocationWish.OfJti jti -> Revoked.JTI;
      case RevocationWish.OfIdentity identity -> Revoked.IDENTITY;
    };
  }

  private Done fulfil(RevocationWish wish, Request request) {
    try {
      return switch (wish) {
        case RevocationWish.OfToken(AccessToken token) -> revoke(token, request);
        case RevocationWish.OfJti(String issuer, String jti) -> {
          revocations.revokeJti(issuer, jti);
          yield Done.ok(RevocationOutcome.REVOKED, Optional.empty());
        }
        case RevocationWish.OfIdentity(String identity, var issuedBefore) -> {
          revocations.revokeIdentity(identity, issuedBefore);
          yield Done.ok(RevocationOutcome.REVOKED, Optional.of(identity));
        }
      };
    } catch (RevocationStore.UnavailableException e) {
      return unavailable(request);
    }
  }

  /** What can never be good again needs no revocation, and whoever asks is told so by a 200. */
  private Done revoke(AccessToken token, Request request) {
    Optional<Authentication.Proven> proven =
        switch (authenticator.verify(
            token.reveal(), resource.audience(request), request.requestId())) {
          case Authentication.Proven proof -> Optional.of(proof);
          case Authentication.Refused refused -> Optional.empty();
        };
    if (proven.filter(proof -> proof.issuance().isEmpty()).isPresent()) {
      return Done.refused(
          RevocationOutcome.INVALID_REQUEST,
          "unsupported_token_type",
          "This is a key and no token. Replace it where it is kept.");
    }
    Optional<Issuance> issuance = Revocable.of(token.reveal(), authenticator, clock.instant());
    if (issuance.isEmpty()) {
      return Done.ok(RevocationOutcome.ALREADY_INVALID, Optional.empty());
    }
    revocations.revoke(issuance.get());
    Optional<String> owner = proven.map(proof -> proof.principal().identity());
    return Done.ok(RevocationOutcome.REVOKED, owner);
  }

  private Done unavailable(Request request) {
    Challenge challenge = Challenge.of(new Refusal.Unavailable(), resource, request);
    Response response =
        challenge.headersOn(
            Response.error(503, challenge.error(), "Nothing was revoked. Try again shortly."));
    return new Done(RevocationOutcome.UNAVAILABLE, Optional.empty(), response);
  }

  private Response finish(Request request, Principal principal, Optional<Revoked> what, Done done) {
    audit.record(
        new AuditEvent.Revocation(
            request.requestId(),
            principal.identity(),
            principal.proof().type(),
            what,
            done.owner(),
            done.outcome()));
    return done.response();
  }
}
