package ai.equalto.lesserbody.mcp;

import ai.equalto.lesserbody.auth.ProtectedResource;
import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.http.Request;
import ai.equalto.lesserbody.http.Response;
import ai.equalto.lesserbody.http.Route;
import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.tool.ToolRegistry;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The public page {@code /.well-known/mcp.json}: what is here, and how to be let in. */
public final class ServerCard implements Route.Handler {
  private final ServerIdentity identity;
  private final ToolRegistry registry;
  private final ProtectedResource resource;

  public ServerCard(ServerIdentity identity, ToolRegistry registry, ProtectedResource resource) {
    this.identity = identity;
    this.registry = registry;
    this.resource = resource;
  }

  /** Answers with the card. It is the same for everyone. */
  @Override
  public Response handle(Request request) {
    ObjectNode card = identity.implementation().put("endpoint", resource.identifier(request));
    ArrayNode versions = card.putArray("protocolVersions");
    Revision.supported().forEach(versions::add);
    card.set("capabilities", identity.declaration());
    card.set("auth", auth(request));
    ArrayNode tools = card.putArray("tools");
    registry
        .all()
        .forEach(tool ->
            tools.addObject().put("name", tool.name()).put("description", tool.description()));
    return Response.publicJson(Json.write(card));
  }

  private ObjectNode auth(Request request) {
    ObjectNode auth =
        Json.object().put("type", "bearer").put("resource_metadata", resource.metadataUrl(request));
    ArrayNode scopes = auth.putArray("scopes");
    for (Scope scope : Scope.values()) {
      scopes.add(scope.token());
    }
    return auth;
  }
}
