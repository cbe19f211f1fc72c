package ai.equalto.lesserbody.local.instance;

import ai.equalto.lesserbody.audit.AuditLog;
import ai.equalto.lesserbody.auth.AuthHook;
import ai.equalto.lesserbody.auth.Authenticator;
import ai.equalto.lesserbody.auth.IamCallers;
import ai.equalto.lesserbody.auth.IssuerTokens;
import ai.equalto.lesserbody.auth.KeyRing;
import ai.equalto.lesserbody.auth.LesserTokens;
import ai.equalto.lesserbody.auth.Principal;
import ai.equalto.lesserbody.auth.ProtectedResource;
import ai.equalto.lesserbody.auth.Secrets;
import ai.equalto.lesserbody.http.Body;
import ai.equalto.lesserbody.http.Peer;
import ai.equalto.lesserbody.http.Request;
import ai.equalto.lesserbody.http.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Who brings a token, as the function itself would tell. */
final class Bearers {
  private final AuthHook hook;
  private final Site site;

  Bearers(InstanceSettings settings, Clock clock, Site site) {
    this.site = site;
    ProtectedResource resource =
        new ProtectedResource(
            settings.audience(), Optional.of(site.base()), List.of(), Optional.empty());
    this.hook =
        new AuthHook(
            new Authenticator(
                new LesserTokens(Secrets.fixed(new KeyRing(settings.key(), List.of())), clock),
                IssuerTokens.none(),
                new IamCallers(List.of()),
                Optional.empty(),
                resource),
            resource,
            // The audit is the function's; that of a server on a laptop would only mix with it.
            new AuditLog(line -> {}, clock));
  }

  /** The caller, if the token of the request proves one. */
  Optional<Principal> caller(Incoming incoming) {
    Request request =
        new Request(
            incoming.method(),
            incoming.target().getPath(),
            incoming.headers(),
            Body.empty(),
            Peer.UNKNOWN,
            "local",
            site.base().toString(),
            Instant.MAX);
    AtomicReference<Principal> proven = new AtomicReference<>();
    hook.admit(
        request,
        (admitted, principal) -> {
          proven.set(principal);
          return Response.empty(200);
        });
    return Optional.ofNullable(proven.get());
  }
}
