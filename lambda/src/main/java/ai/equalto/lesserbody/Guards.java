package ai.equalto.lesserbody;

import ai.equalto.lesserbody.audit.AuditLog;
import ai.equalto.lesserbody.auth.Authenticator;
import ai.equalto.lesserbody.auth.IamCallers;
import ai.equalto.lesserbody.auth.Lockout;
import ai.equalto.lesserbody.auth.Principal;
import ai.equalto.lesserbody.auth.ProtectedResource;
import ai.equalto.lesserbody.auth.RevocationEndpoint;
import ai.equalto.lesserbody.auth.Revocations;
import ai.equalto.lesserbody.aws.DynamoConnection;
import ai.equalto.lesserbody.aws.DynamoRevocations;
import ai.equalto.lesserbody.aws.DynamoTallies;
import ai.equalto.lesserbody.http.Route;
import ai.equalto.lesserbody.limit.AddressLockout;
import ai.equalto.lesserbody.limit.RateLimiter;
import ai.equalto.lesserbody.limit.TallyStore;
import ai.equalto.lesserbody.mcp.RateGate;
import ai.equalto.lesserbody.tool.ToolRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Wires what keeps callers within bounds, as far as there are tables for it. */
final class Guards {
  private final GuardSettings settings;
  private final Optional<Revocations> revocations;
  private final Optional<TallyStore> tallies;
  private final AuditLog audit;
  private final Clock clock;

  Guards(GuardSettings settings, DynamoConnection dynamo, AuditLog audit, Clock clock) {
    this.settings = settings;
    this.audit = audit;
    this.clock = clock;
    this.revocations =
        settings.revocationTable().isEmpty()
            ? Optional.empty()
            : Optional.of(revocations(dynamo, settings.revocationTable().get()));
    this.tallies =
        settings.rateTable().isEmpty()
            ? Optional.empty()
            : Optional.of(new DynamoTallies(dynamo, settings.rateTable().get()));
  }

  private Revocations revocations(DynamoConnection dynamo, String table) {
    return new Revocations(
        new DynamoRevocations(dynamo, table), settings.revocationFailsOpen(), audit, clock);
  }

  Optional<Revocations> revocations() {
    return revocations;
  }

  Optional<Lockout> lockout() {
    return tallies.isEmpty()
        ? Optional.empty()
        : Optional.of(new AddressLockout(tallies.get(), audit, clock));
  }

  /**
   * @throws ConfigException if a tool has a limit that is not served
   */
  Optional<RateGate> rateGate(ToolRegistry tools) {
    Set<String> limited = settings.rateLimits().tools().keySet();
    if (!tools.names().containsAll(limited)) {
      Set<String> unknown = new TreeSet<>(limited);
      unknown.removeAll(tools.names());
      throw new ConfigException(
          List.of(
              Setting.MCP_RATE_LIMITS
                  + " names no tool that is served: "
                  + String.join(", ", unknown)));
    }
    if (tallies.isEmpty()) {
      return Optional.empty();
    }
    RateLimiter limiter = new RateLimiter(settings.rateLimits(), tallies.get(), audit, clock);
    return Optional.of(new RateGate(limiter, tools));
  }

  /** The routes by which tokens are revoked, where they can be. */
  List<Route<Principal>> routes(Authenticator authenticator, ProtectedResource resource) {
    if (revocations.isEmpty()) {
      return List.of();
    }
    RevocationEndpoint endpoint =
        new RevocationEndpoint(authenticator, revocations.get(), resource, audit, clock);
    String path = RevocationEndpoint.PATH;
    return List.of(
        new Route.Authenticated<>("POST", path, endpoint),
        new Route.Authenticated<>("POST", IamCallers.PREFIX + path, endpoint));
  }
}
