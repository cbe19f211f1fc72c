package ai.equalto.lesserbody;

import ai.equalto.lesserbody.agent.AgentPack;
import ai.equalto.lesserbody.agent.Deployment;
import ai.equalto.lesserbody.auth.Secrets;
import ai.equalto.lesserbody.aws.DynamoConnection;
import ai.equalto.lesserbody.aws.DynamoMemoryStore;
import ai.equalto.lesserbody.call.CallRunner;
import ai.equalto.lesserbody.echo.EchoTool;
import ai.equalto.lesserbody.lesser.LesserPack;
import ai.equalto.lesserbody.mcp.Revision;
import ai.equalto.lesserbody.mcp.ServerIdentity;
import ai.equalto.lesserbody.memory.MemoryPack;
import ai.equalto.lesserbody.pack.ClosedPack;
import ai.equalto.lesserbody.pack.Manifest;
import ai.equalto.lesserbody.pack.Pack;
import ai.equalto.lesserbody.prompt.PromptRegistry;
import ai.equalto.lesserbody.resource.ResourceRegistry;
import ai.equalto.lesserbody.tool.Confirmation;
import ai.equalto.lesserbody.tool.ToolRegistry;
import ai.equalto.lesserbody.transport.HttpCoreTransport;
import ai.equalto.lesserbody.transport.TransportLimits;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The packs that are served, each opened when something in it is first asked for. A new one gets a
 * line in {@link #ofArtifact}.
 */
record Packs(List<ClosedPack> served) {
  private static final Manifest ECHO = Manifest.of("echo", "").withTools("echo");

  Packs {
    served = List.copyOf(served);
  }

  private static List<ClosedPack> ofArtifact(
      Config config, DynamoConnection dynamo, Secrets secrets, Clock clock) {
    return List.of(
        new ClosedPack(ECHO, () -> Pack.of("echo", "").withTools(EchoTool.create())),
        new ClosedPack(MemoryPack.MANIFEST, () -> memory(config, dynamo, secrets, clock)),
        new ClosedPack(LesserPack.MANIFEST, () -> lesser(config, clock)));
  }

  private static Pack memory(Config config, DynamoConnection dynamo, Secrets secrets, Clock clock) {
    return MemoryPack.create(
        new DynamoMemoryStore(dynamo, config.memoryTable(), clock),
        secrets,
        clock,
        new SecureRandom());
  }

  private static Pack lesser(Config config, Clock clock) {
    TransportLimits limits = TransportLimits.DEFAULT.within(config.lesserTimeout());
    return LesserPack.create(
        new HttpCoreTransport(limits, clock), config.lesserBase(), clock, new SecureRandom());
  }

  private static Pack agent(Config config, List<ClosedPack> served, Clock clock) {
    List<Pack> others = new ArrayList<>();
    for (ClosedPack pack : served) {
      if (!pack.manifest().name().equals(AgentPack.NAME)) {
        others.add(pack.open());
      }
    }
    return AgentPack.describing(others, deployment(config), clock);
  }

  private static Deployment deployment(Config config) {
    return new Deployment(
        ServerIdentity.NAME,
        Version.read(),
        Revision.supported(),
        config.endpoint(),
        config.lesserBase(),
        config.confirmation().tools(),
        config.inputLifetime(),
        config.sessionLifetime());
  }

  /**
   * The packs that the settings name, or all; none of this artifact is opened yet.
   *
   * @param more packs to choose from besides those of this artifact
   * @throws ConfigException if a name is unknown
   */
  static Packs chosen(
      Config config, DynamoConnection dynamo, Secrets secrets, Clock clock, List<Pack> more) {
    Map<String, ClosedPack> all = new LinkedHashMap<>();
    List<ClosedPack> served = new ArrayList<>();
    for (ClosedPack pack : ofArtifact(config, dynamo, secrets, clock)) {
      add(all, pack);
    }
    for (Pack pack : more) {
      add(all, ClosedPack.of(pack));
    }
    // The last, since it describes the others.
    add(all, new ClosedPack(AgentPack.MANIFEST, () -> agent(config, served, clock)));
    requireKnown(config.packs(), all.keySet());
    for (ClosedPack pack : all.values()) {
      if (config.packs().isEmpty() || config.packs().contains(pack.manifest().name())) {
        served.add(pack);
      }
    }
    return new Packs(served);
  }

  private static void add(Map<String, ClosedPack> all, ClosedPack pack) {
    String name = pack.manifest().name();
    if (all.put(name, pack) != null) {
      throw new IllegalArgumentException("two packs are called " + name);
    }
  }

  private static void requireKnown(Set<String> names, Set<String> known) {
    Set<String> unknown = new TreeSet<>(names);
    unknown.removeAll(known);
    if (!unknown.isEmpty()) {
      throw new ConfigException(
          List.of(
              Setting.MCP_PACKS
                  + " names no pack: "
                  + String.join(", ", unknown)
                  + "; wanted: "
                  + String.join(", ", known)));
    }
  }

  /**
   * @throws ConfigException if a tool is to be confirmed that is not served
   */
  ToolRegistry tools(Confirmation confirmation, CallRunner runner) {
    try {
      return new ToolRegistry(shelves(ClosedPack::tools), confirmation, runner);
    } catch (Confirmation.UnknownToolException e) {
      throw new ConfigException(List.of(Setting.MCP_CONFIRM_TOOLS + " names " + e.getMessage()));
    }
  }

  ResourceRegistry resources(CallRunner runner) {
    return new ResourceRegistry(
        shelves(ClosedPack::resources), shelves(ClosedPack::templates), runner);
  }

  PromptRegistry prompts(CallRunner runner) {
    return new PromptRegistry(shelves(ClosedPack::prompts), runner);
  }

  private <T> List<T> shelves(Function<ClosedPack, T> part) {
    List<T> shelves = new ArrayList<>();
    for (ClosedPack pack : served) {
      shelves.add(part.apply(pack));
    }
    return shelves;
  }

  /** How a model uses what is served. */
  String instructions() {
    StringJoiner words = new StringJoiner(" ");
    words.add("The tools of an agent that lives on a Lesser instance.");
    for (ClosedPack pack : served) {
      if (!pack.manifest().instructions().isEmpty()) {
        words.add(pack.manifest().instructions());
      }
    }
    return words.toString();
  }
}
