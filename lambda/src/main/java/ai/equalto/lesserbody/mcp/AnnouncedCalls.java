package ai.equalto.lesserbody.mcp;

import ai.equalto.lesserbody.auth.Challenge;
import ai.equalto.lesserbody.auth.Principal;
import ai.equalto.lesserbody.auth.ProtectedResource;
import ai.equalto.lesserbody.call.Notifications;
import ai.equalto.lesserbody.http.Request;
import ai.equalto.lesserbody.http.Response;
import ai.equalto.lesserbody.http.Route;
import ai.equalto.lesserbody.tool.ToolRegistry;
import java.util.Optional;
import java.util.Set;

/**
 * Judges a call by what its header fields announce (2026-07-28, "Standard Request Headers"), where
 * its body is not known yet: refuses a tool whose scope the caller lacks, and answers 204 for
 * everything else, older revisions included. Who announces one call and makes another gains
 * nothing, since the endpoint compares the two and checks the scope again.
 */
public final class AnnouncedCalls implements Route.SecuredHandler<Principal> {
  private final ToolRegistry tools;
  private final ProtectedResource resource;

  public AnnouncedCalls(ToolRegistry tools, ProtectedResource resource) {
    this.tools = tools;
    this.resource = resource;
  }

  @Override
  public Response handle(Request request, Principal principal) {
    return revision(request)
        .filter(revision -> request.header("Mcp-Method").equals(Optional.of("tools/call")))
        .map(revision -> caller(request, principal, revision))
        .flatMap(this::refusal)
        .orElseGet(() -> Response.empty(204));
  }

  private static Optional<Revision> revision(Request request) {
    return request.header(Revision.HEADER).flatMap(Revision::of).filter(Revision::isStateless);
  }

  /** What the client calls itself stands in the body. */
  private static Caller caller(Request request, Principal principal, Revision revision) {
    return new Caller(
        request, principal, revision, Optional.empty(), Set.of(), Notifications.unwanted());
  }

  private Optional<Response> refusal(Caller caller) {
    Request request = caller.request();
    return request
        .header("Mcp-Name")
        .flatMap(HeaderValue::decode)
        .flatMap(name -> tools.refusal(name, caller.invocation()))
        .map(refusal -> Challenge.of(refusal, resource, request).toResponse());
  }
}
