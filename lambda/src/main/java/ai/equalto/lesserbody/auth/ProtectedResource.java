package ai.equalto.lesserbody.auth;

import ai.equalto.lesserbody.http.Request;
import ai.equalto.lesserbody.http.Response;
import ai.equalto.lesserbody.jsonrpc.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * This server as an OAuth protected resource: its identifier, and its metadata (RFC 9728) by which
 * clients find the authorization servers.
 */
public final class ProtectedResource {
  /** The path of the MCP endpoint. */
  public static final String ENDPOINT_PATH = "/mcp";

  /** Where the metadata lies (RFC 9728 section 3.1); also served with the endpoint's path added. */
  public static final String METADATA_PATH = "/.well-known/oauth-protected-resource";

  private final Optional<URI> endpoint;
  private final Optional<URI> authorizationServer;
  private final List<TrustedIssuer> trustedIssuers;
  private final Optional<String> audience;

  /**
   * @param endpoint the public URL of the MCP endpoint; without one, that of the gateway
   * @param authorizationServer the issuer of access tokens; without one, the instance that the
   *     endpoint is a part of
   * @param trustedIssuers the issuers besides it
   * @param audience what every token must be meant for; without one, the identifier, which those of
   *     the instance need not name
   */
  public ProtectedResource(
      Optional<URI> endpoint,
      Optional<URI> authorizationServer,
      List<TrustedIssuer> trustedIssuers,
      Optional<String> audience) {
    this.endpoint = endpoint;
    this.authorizationServer = authorizationServer;
    this.trustedIssuers = List.copyOf(trustedIssuers);
    this.audience = audience;
  }

  /** What a token must be meant for. */
  Audience audience(Request request) {
    return audience.isPresent()
        ? new Audience(audience.get(), true)
        : new Audience(identifier(request), false);
  }

  /** The resource identifier: the URL of the MCP endpoint. */
  public String identifier(Request request) {
    return endpoint.isPresent() ? endpoint.get().toString() : request.baseUrl() + ENDPOINT_PATH;
  }

  /** The absolute URL of the metadata. */
  public String metadataUrl(Request request) {
    return base(request) + METADATA_PATH + ENDPOINT_PATH;
  }

  /** Answers with the metadata. */
  public Response metadata(Request request) {
    ObjectNode document = Json.object().put("resource", identifier(request));
    document.put("resource_name", "lesser-body");
    ArrayNode servers = document.putArray("authorization_servers");
    servers.add(authorizationServer.map(URI::toString).orElseGet(() -> base(request)));
    trustedIssuers.forEach(issuer -> servers.add(issuer.id()));
    // What a client asks for unless told otherwise; admin is granted to who asks for it by name.
    document.putArray("scopes_supported").add(Scope.READ.token()).add(Scope.WRITE.token());
    document.putArray("bearer_methods_supported").add("header");
    return Response.publicJson(Json.write(document));
  }

  private String base(Request request) {
    String identifier = identifier(request);
    return identifier.endsWith(ENDPOINT_PATH)
        ? identifier.substring(0, identifier.length() - ENDPOINT_PATH.length())
        : identifier;
  }
}
