package ai.equalto.lesserbody;

import ai.equalto.lesserbody.audit.AuditLog;
import ai.equalto.lesserbody.audit.FaultLog;
import ai.equalto.lesserbody.auth.AuthHook;
import ai.equalto.lesserbody.auth.LesserTokens;
import ai.equalto.lesserbody.auth.Principal;
import ai.equalto.lesserbody.auth.ProtectedResource;
import ai.equalto.lesserbody.aws.DynamoConnection;
import ai.equalto.lesserbody.aws.DynamoMemoryStore;
import ai.equalto.lesserbody.aws.DynamoSessions;
import ai.equalto.lesserbody.echo.EchoTool;
import ai.equalto.lesserbody.http.OriginPolicy;
import ai.equalto.lesserbody.http.Response;
import ai.equalto.lesserbody.http.Route;
import ai.equalto.lesserbody.http.Router;
import ai.equalto.lesserbody.mcp.McpEndpoint;
import ai.equalto.lesserbody.mcp.McpServer;
import ai.equalto.lesserbody.mcp.ServerCard;
import ai.equalto.lesserbody.mcp.ServerIdentity;
import ai.equalto.lesserbody.mcp.ToolMethods;
import ai.equalto.lesserbody.mcp.legacy.Batch;
import ai.equalto.lesserbody.mcp.legacy.Handshake;
import ai.equalto.lesserbody.mcp.legacy.LegacyMethods;
import ai.equalto.lesserbody.mcp.legacy.LegacyServer;
import ai.equalto.lesserbody.mcp.legacy.SealedSessions;
import ai.equalto.lesserbody.mcp.legacy.SessionEnd;
import ai.equalto.lesserbody.mcp.legacy.Sessions;
import ai.equalto.lesserbody.memory.MemoryTools;
import ai.equalto.lesserbody.tool.Tool;
import ai.equalto.lesserbody.tool.ToolRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The composition root: builds the whole server from its settings, in one readable place. */
final class Wiring {
  private Wiring() {}

  /**
   * The server.
   *
   * @param log takes the lines of the audit and of faults
   * @throws ConfigException if a setting is missing or malformed
   */
  static Router<Principal> router(
      Map<String, String> environment, Clock clock, Consumer<String> log) {
    Config config = Config.read(environment);
    ServerIdentity identity = new ServerIdentity(Version.read());
    ProtectedResource resource = new ProtectedResource(config.endpoint(), config.lesserApi());
    AuditLog audit = new AuditLog(log, clock);
    AuthHook authHook = new AuthHook(new LesserTokens(config.jwtSecret(), clock), resource, audit);

    DynamoConnection dynamo =
        new DynamoConnection(config.region(), config.dynamoEndpoint(), environment);
    ToolRegistry registry = new ToolRegistry(tools(config, dynamo, clock), audit, clock);
    ToolMethods tools = new ToolMethods(registry, resource);
    Sessions sessions = sessions(config, dynamo, clock);
    McpEndpoint endpoint =
        new McpEndpoint(
            new McpServer(identity, tools),
            legacy(identity, tools, sessions, clock),
            new FaultLog(log, clock));
    ServerCard card = new ServerCard(identity, registry, resource);
    return new Router<>(
        routes(endpoint, new SessionEnd(sessions), card, resource),
        authHook,
        new OriginPolicy(config.allowedOrigins(), config.allowLoopbackOrigins()));
  }

  private static LegacyServer legacy(
      ServerIdentity identity, ToolMethods tools, Sessions sessions, Clock clock) {
    LegacyMethods methods = new LegacyMethods(tools);
    return new LegacyServer(
        new Handshake(identity, sessions), methods, new Batch(methods, clock), sessions);
  }

  private static List<Tool<?, ?>> tools(Config config, DynamoConnection dynamo, Clock clock) {
    List<Tool<?, ?>> tools = new ArrayList<>();
    tools.add(EchoTool.create());
    tools.addAll(
        MemoryTools.create(
            new DynamoMemoryStore(dynamo, config.memoryTable(), clock),
            config.sealingKeys(),
            clock,
            new SecureRandom()));
    return tools;
  }

  private static Sessions sessions(Config config, DynamoConnection dynamo, Clock clock) {
    return config
        .sessionTable()
        .<Sessions>map(table ->
            new DynamoSessions(dynamo, table, config.sessionLifetime(), clock, new SecureRandom()))
        .orElseGet(() -> new SealedSessions(config.sealingKeys(), config.sessionLifetime(), clock));
  }

  private static List<Route<Principal>> routes(
      McpEndpoint endpoint, SessionEnd sessionEnd, ServerCard card, ProtectedResource resource) {
    String mcp = ProtectedResource.ENDPOINT_PATH;
    String metadata = ProtectedResource.METADATA_PATH;
    return List.of(
        new Route.Authenticated<>("POST", mcp, endpoint),
        new Route.Authenticated<>("DELETE", mcp, sessionEnd),
        new Route.Public<>("GET", "/.well-known/mcp.json", card::show),
        new Route.Public<>("GET", metadata, resource::metadata),
        new Route.Public<>("GET", metadata + mcp, resource::metadata),
        new Route.Public<>(
            "GET", "/healthz", request -> Response.json(200, "{\"status\":\"ok\"}")));
  }
}
