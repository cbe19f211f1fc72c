package ai.equalto.lesserbody.mcp;

import ai.equalto.lesserbody.audit.FaultLog;
import ai.equalto.lesserbody.auth.Principal;
import ai.equalto.lesserbody.http.Request;
import ai.equalto.lesserbody.http.Response;
import ai.equalto.lesserbody.http.Route;
import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.JsonSyntaxException;
import ai.equalto.lesserbody.jsonrpc.RpcError;
import ai.equalto.lesserbody.jsonrpc.RpcId;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Takes what a proven caller posts to the MCP endpoint: holds the rules of HTTP that all revisions
 * share, reads the body, and gives it to the era that the client speaks (2026-07-28, "Backward
 * Compatibility").
 */
public final class McpEndpoint implements Route.SecuredHandler<Principal> {
  private final Protocol stateless;
  private final Supplier<Protocol> legacy;
  private final Optional<RateGate> gate;
  private final FaultLog faults;

  /**
   * @param legacy gives the older revisions, when a client speaks one
   * @param gate refuses what is more than a caller may ask for
   */
  public McpEndpoint(
      Protocol stateless, Supplier<Protocol> legacy, Optional<RateGate> gate, FaultLog faults) {
    this.stateless = stateless;
    this.legacy = legacy;
    this.gate = gate;
    this.faults = faults;
  }

  @Override
  public Response handle(Request request, Principal principal) {
    Optional<Response> refusal = PostRules.refusal(request);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    JsonNode body;
    try {
      body = Json.read(request.body().bytes());
    } catch (JsonSyntaxException e) {
      RpcError error = new RpcError(RpcError.PARSE_ERROR, "Parse error: " + e.getMessage());
      return Replies.error(400, Optional.empty(), error);
    }
    return answer(new Exchange(request, principal, body));
  }

  private Response answer(Exchange exchange) {
    try {
      Protocol era = isStateless(exchange) ? stateless : legacy.get();
      return gate.isPresent() ? gate.get().answer(exchange, era) : era.answer(exchange);
    } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError broken) {
      String requestId = exchange.request().requestId();
      faults.record(requestId, broken);
      RpcError error =
          new RpcError(
              RpcError.INTERNAL_ERROR,
              "Internal error",
              Optional.of(Json.object().put("requestId", requestId)));
      return Replies.error(500, RpcId.in(exchange.body()), error);
    }
  }

  /**
   * A client opens an era with the revision in its {@code _meta}, or else in the header field. What
   * names no older revision, or two of them, is held to the rules of the newest, which refuse it;
   * but a bare {@code initialize} is an older client's, whose revision is yet to be settled.
   */
  private static boolean isStateless(Exchange exchange) {
    JsonNode claim = exchange.body().path("params").path("_meta").path(Envelope.VERSION);
    Optional<String> header = exchange.request().header(Revision.HEADER);
    if (!claim.isMissingNode()) {
      return !claim.isTextual()
          || !isLegacy(claim.textValue())
          || (header.isPresent() && !header.get().equals(claim.textValue()));
    }
    boolean initialize = "initialize".equals(exchange.body().path("method").textValue());
    return !initialize && header.isPresent() && !isLegacy(header.get());
  }

  private static boolean isLegacy(String version) {
    Optional<Revision> revision = Revision.of(version);
    return revision.isPresent() && !revision.get().isStateless();
  }
}
