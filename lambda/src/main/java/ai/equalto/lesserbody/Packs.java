package ai.equalto.lesserbody;

import ai.equalto.lesserbody.agent.AgentPack;
import ai.equalto.lesserbody.agent.Deployment;
import ai.equalto.lesserbody.auth.Secrets;
import ai.equalto.lesserbody.aws.DynamoConnection;
import ai.equalto.lesserbody.aws.DynamoMemoryStore;
import ai.equalto.lesserbody.call.CallRunner;
import ai.equalto.lesserbody.call.Shelf;
import ai.equalto.lesserbody.echo.EchoTool;
import ai.equalto.lesserbody.lesser.LesserPack;
import ai.equalto.lesserbody.mcp.Revision;
import ai.equalto.lesserbody.mcp.ServerIdentity;
import ai.equalto.lesserbody.memory.MemoryPack;
import ai.equalto.lesserbody.pack.ClosedPack;
import ai.equalto.lesserbody.pack.Manifest;
import ai.equalto.lesserbody.pack.Pack;
import ai.equalto.lesserbody.prompt.Prompt;
import ai.equalto.lesserbody.prompt.PromptRegistry;
import ai.equalto.lesserbody.resource.Resource;
import ai.equalto.lesserbody.resource.ResourceRegistry;
import ai.equalto.lesserbody.resource.ResourceTemplate;
import ai.equalto.lesserbody.tool.Confirmation;
import ai.equalto.lesserbody.tool.Tool;
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
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The packs that are served, each opened when something in it is first asked for. A new one gets
 * its manifest in {@link #OF_ARTIFACT} and a line in {@link #open}.
 */
final class Packs {
  private static final String ECHO_NAME = "echo";
  private static final Manifest ECHO = Manifest.of(ECHO_NAME, "").withTools("echo");

  private static final List<Manifest> OF_ARTIFACT =
      List.of(ECHO, MemoryPack.MANIFEST, LesserPack.MANIFEST);

  private final Config config;
  private final DynamoConnection dynamo;
  private final Secrets secrets;
  private final Clock clock;
  private final List<Pack> more;
  private final List<ClosedPack> served;

  /**
   * The packs that the settings name, or all; none of this artifact is opened yet.
   *
   * @param more packs to choose from besides those of this artifact
   * @throws ConfigException if a name is unknown
   */
  Packs(Config config, DynamoConnection dynamo, Secrets secrets, Clock clock, List<Pack> more) {
    this.config = config;
    this.dynamo = dynamo;
    this.secrets = secrets;
    this.clock = clock;
    this.more = List.copyOf(more);
    this.served = chosen();
  }

  private List<ClosedPack> chosen() {
    Map<String, Manifest> all = new LinkedHashMap<>();
    for (Manifest manifest : OF_ARTIFACT) {
      add(all, manifest);
    }
    for (Pack pack : more) {
      add(all, Manifest.of(pack));
    }
    // The last, since it describes the others.
    add(all, AgentPack.MANIFEST);
    requireKnown(config.packs(), all.keySet());
    Function<String, Pack> opener = this::open;
    List<ClosedPack> chosen = new ArrayList<>();
    for (Manifest manifest : all.values()) {
      if (config.packs().isEmpty() || config.packs().contains(manifest.name())) {
        chosen.add(new ClosedPack(manifest, opener));
      }
    }
    return List.copyOf(chosen);
  }

  /** Those that are served; asking for them opens none. */
  List<ClosedPack> served() {
    return served;
  }

  private Pack open(String name) {
    return switch (name) {
      case ECHO_NAME -> Pack.of(ECHO_NAME, "").withTools(EchoTool.create());
      case MemoryPack.NAME -> memory();
      case LesserPack.NAME -> lesser();
      case AgentPack.NAME -> agent();
      default -> ofOthers(name);
    };
  }

  private Pack ofOthers(String name) {
    for (Pack pack : more) {
      if (pack.name().equals(name)) {
        return pack;
      }
    }
    throw new IllegalStateException("no pack is called " + name);
  }

  private Pack memory() {
    return MemoryPack.create(
        new DynamoMemoryStore(dynamo, config.memoryTable(), clock),
        secrets,
        clock,
        new SecureRandom());
  }

  private Pack lesser() {
    TransportLimits limits = TransportLimits.DEFAULT.within(config.lesserTimeout());
    return LesserPack.create(
        new HttpCoreTransport(limits, clock), config.lesserBase(), clock, new SecureRandom());
  }

  private Pack agent() {
    List<Pack> others = new ArrayList<>();
    for (ClosedPack pack : served) {
      if (!pack.manifest().name().equals(AgentPack.NAME)) {
        others.add(pack.open());
      }
    }
    return AgentPack.describing(others, deployment(), clock);
  }

  private Deployment deployment() {
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

  private static void add(Map<String, Manifest> all, Manifest manifest) {
    if (all.put(manifest.name(), manifest) != null) {
      throw new IllegalArgumentException("two packs are called " + manifest.name());
    }
  }

  private static void requireKnown(Set<String> names, Set<String> known) {
    if (!known.containsAll(names)) {
      Set<String> unknown = new TreeSet<>(names);
      unknown.removeAll(known);
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
    List<Shelf<Tool<?, ?>>> shelves = new ArrayList<>();
    for (ClosedPack pack : served) {
      shelves.add(pack.tools());
    }
    try {
      return new ToolRegistry(shelves, confirmation, runner);
    } catch (Confirmation.UnknownToolException e) {
      throw new ConfigException(List.of(Setting.MCP_CONFIRM_TOOLS + " names " + e.getMessage()));
    }
  }

  ResourceRegistry resources(CallRunner runner) {
    List<Shelf<Resource>> resources = new ArrayList<>();
    List<Shelf<ResourceTemplate<?>>> templates = new ArrayList<>();
    for (ClosedPack pack : served) {
      resources.add(pack.resources());
      templates.add(pack.templates());
    }
    return new ResourceRegistry(resources, templates, runner);
  }

  PromptRegistry prompts(CallRunner runner) {
    List<Shelf<Prompt<?>>> shelves = new ArrayList<>();
    for (ClosedPack pack : served) {
      shelves.add(pack.prompts());
    }
    return new PromptRegistry(shelves, runner);
  }

  /** How a model uses what is served. */
  String instructions() {
    List<String> words = new ArrayList<>();
    words.add("The tools of an agent that lives on a Lesser instance.");
    for (ClosedPack pack : served) {
      if (!pack.manifest().instructions().isEmpty()) {
        words.add(pack.manifest().instructions());
      }
    }
    return String.join(" ", words);
  }
}
