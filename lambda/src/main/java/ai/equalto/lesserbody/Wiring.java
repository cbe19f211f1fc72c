package ai.equalto.lesserbody;

import ai.equalto.lesserbody.audit.AuditLog;
import ai.equalto.lesserbody.audit.FaultLog;
import ai.equalto.lesserbody.auth.AuthHook;
import ai.equalto.lesserbody.auth.Authenticator;
import ai.equalto.lesserbody.auth.IamCallers;
import ai.equalto.lesserbody.auth.LesserTokens;
import ai.equalto.lesserbody.auth.Principal;
import ai.equalto.lesserbody.auth.ProtectedResource;
import ai.equalto.lesserbody.auth.Seal;
import ai.equalto.lesserbody.aws.DynamoConnection;
import ai.equalto.lesserbody.aws.DynamoSessions;
import ai.equalto.lesserbody.aws.DynamoSpentStates;
import ai.equalto.lesserbody.call.CallRunner;
import ai.equalto.lesserbody.call.TimeLimit;
import ai.equalto.lesserbody.http.OriginPolicy;
import ai.equalto.lesserbody.http.Route;
import ai.equalto.lesserbody.http.Router;
import ai.equalto.lesserbody.mcp.AnnouncedCalls;
import ai.equalto.lesserbody.mcp.McpEndpoint;
import ai.equalto.lesserbody.mcp.McpServer;
import ai.equalto.lesserbody.mcp.Methods;
import ai.equalto.lesserbody.mcp.Protocol;
import ai.equalto.lesserbody.mcp.Rounds;
import ai.equalto.lesserbody.mcp.ServerCard;
import ai.equalto.lesserbody.mcp.ServerIdentity;
import ai.equalto.lesserbody.mcp.legacy.Batch;
import ai.equalto.lesserbody.mcp.legacy.Handshake;
import ai.equalto.lesserbody.mcp.legacy.LegacyMethods;
import ai.equalto.lesserbody.mcp.legacy.LegacyServer;
import ai.equalto.lesserbody.mcp.legacy.SealedSessions;
import ai.equalto.lesserbody.mcp.legacy.SessionEnd;
import ai.equalto.lesserbody.mcp.legacy.Sessions;
import ai.equalto.lesserbody.pack.Pack;
import ai.equalto.lesserbody.prompt.PromptRegistry;
import ai.equalto.lesserbody.resource.ResourceRegistry;
import ai.equalto.lesserbody.schema.Lazy;
import ai.equalto.lesserbody.tool.ToolRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The composition root: builds the whole server from its settings, in one readable place. */
final class Wiring {
  private final Config config;
  private final Clock clock;
  private final AuditLog audit;
  private final FaultLog faults;
  private final DynamoConnection dynamo;
  private final Keys keys;
  private final Guards guards;
  private final ProtectedResource resource;
  private final Authenticator authenticator;
  private final Packs packs;
  private final CallRunner runner;

  private Wiring(
      Map<String, String> environment, List<Pack> more, Clock clock, Consumer<String> log) {
    this.config = Config.read(environment);
    this.clock = clock;
    this.audit =
        new AuditLog(
            log, clock, environment.getOrDefault(LambdaEnvironment.FUNCTION_NAME, "local"));
    this.faults = new FaultLog(log, clock);
    this.dynamo = new DynamoConnection(config.region(), config.dynamoEndpoint(), environment);
    this.keys = Keys.of(config, environment, audit, clock);
    this.guards = new Guards(config.guards(), dynamo, audit, clock);
    this.resource =
        new ProtectedResource(
            config.endpoint(), config.lesserApi(), config.trustedIssuers(), config.audience());
    this.authenticator = authenticator();
    this.packs = new Packs(config, dynamo, keys.ofLesser(), clock, more);
    this.runner = new CallRunner(new TimeLimit(clock), audit, clock);
  }

  /**
   * The server.
   *
   * @param more packs to choose from besides those of this artifact
   * @param log takes the lines of the audit and of faults
   * @throws ConfigException if a setting is missing or malformed
   */
  static Router<Principal> router(
      Map<String, String> environment, List<Pack> more, Clock clock, Consumer<String> log) {
    return new Wiring(environment, more, clock, log).router();
  }

  /**
   * What judges requests before their bodies are known.
   *
   * @throws ConfigException if a setting is missing or malformed, also of what is behind the gate
   * @see #router the parameters
   */
  static Gate gate(
      Map<String, String> environment, List<Pack> more, Clock clock, Consumer<String> log) {
    Wiring wiring = new Wiring(environment, more, clock, log);
    AuthHook hook = wiring.authHook();
    if (wiring.config.endpoint().isEmpty()) {
      return new Gate(false, request -> hook.admit(request, Gate.LET_PASS));
    }
    AnnouncedCalls announced = new AnnouncedCalls(wiring.tools(), wiring.resource);
    return new Gate(true, request -> hook.admit(request, announced));
  }

  private ToolRegistry tools() {
    return packs.tools(config.confirmation(), runner);
  }

  private Router<Principal> router() {
    ToolRegistry tools = tools();
    ResourceRegistry resources = packs.resources(runner);
    PromptRegistry prompts = packs.prompts(runner);

    ServerIdentity identity =
        new ServerIdentity(
            Version.read(), Methods.capabilities(resources, prompts), packs.instructions());
    Methods methods = new Methods(tools, resources, prompts, resource);
    McpEndpoint endpoint =
        new McpEndpoint(
            new McpServer(identity, methods, rounds()),
            Lazy.of(() -> legacy(identity, methods, resources)),
            guards.rateGate(tools),
            faults);
    return new Router<>(
        routes(
            endpoint,
            (request, caller) -> new SessionEnd(sessions()).handle(request, caller),
            new ServerCard(identity, tools, resource)),
        authHook(),
        new OriginPolicy(config.allowedOrigins(), config.allowLoopbackOrigins()));
  }

  private AuthHook authHook() {
    return new AuthHook(authenticator, resource, audit, guards.revocations(), guards.lockout());
  }

  private Authenticator authenticator() {
    return new Authenticator(
        new LesserTokens(keys.ofLesser(), clock),
        keys.ofIssuers(),
        new IamCallers(config.iamGrants()),
        keys.ofInstance(),
        resource);
  }

  private Rounds rounds() {
    return new Rounds(
        new Seal(keys.ofLesser(), Rounds.PURPOSE, clock),
        config.inputLifetime(),
        config.sessionTable().isEmpty()
            ? Optional.empty()
            : Optional.of(new DynamoSpentStates(dynamo, config.sessionTable().get(), clock)));
  }

  private Protocol legacy(ServerIdentity identity, Methods shared, ResourceRegistry resources) {
    Sessions sessions = sessions();
    LegacyMethods methods = new LegacyMethods(shared, resources, sessions);
    return new LegacyServer(
        new Handshake(identity, sessions), methods, new Batch(methods, clock), sessions);
  }

  private Sessions sessions() {
    Duration lifetime = config.sessionLifetime();
    if (config.sessionTable().isEmpty()) {
      return new SealedSessions(keys.ofLesser(), lifetime, clock);
    }
    String table = config.sessionTable().get();
    return new DynamoSessions(dynamo, table, lifetime, clock, new SecureRandom());
  }

  private List<Route<Principal>> routes(
      McpEndpoint endpoint, Route.SecuredHandler<Principal> sessionEnd, ServerCard card) {
    String mcp = ProtectedResource.ENDPOINT_PATH;
    String metadata = ProtectedResource.METADATA_PATH;
    Route.Handler described = resource::metadata;
    List<Route<Principal>> routes = new ArrayList<>(guards.routes(authenticator, resource));
    routes.addAll(
        List.of(
            new Route.Authenticated<>("POST", mcp, endpoint),
            new Route.Authenticated<>("DELETE", mcp, sessionEnd),
            new Route.Authenticated<>("POST", IamCallers.PREFIX + mcp, endpoint),
            new Route.Authenticated<>("DELETE", IamCallers.PREFIX + mcp, sessionEnd),
            new Route.Public<>("GET", "/.well-known/mcp.json", card),
            new Route.Public<>("GET", metadata, described),
            new Route.Public<>("GET", metadata + mcp, described),
            new Route.Public<>("GET", "/healthz", new Health())));
    return routes;
  }
}
