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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The packs that are served, each made from those before it. A new one gets a line in {@link #all}.
 */
record Packs(List<Pack> served) {
  Packs {
    served = List.copyOf(served);
  }

  private static Map<String, Function<List<Pack>, Pack>> all(
      Config config, DynamoConnection dynamo, Secrets secrets, Clock clock, List<Pack> more) {
    Map<String, Function<List<Pack>, Pack>> all = new LinkedHashMap<>();
    all.put("echo", before -> Pack.of("echo", "").withTools(EchoTool.create()));
    all.put(
        "memory",
        before ->
            MemoryPack.create(
                new DynamoMemoryStore(dynamo, config.memoryTable(), clock),
                secrets,
                clock,
                new SecureRandom()));
    all.put("lesser", before -> lesser(config, clock));
    more.forEach(pack -> add(all, pack.name(), before -> pack));
    // The last, since it describes the others.
    add(all, AgentPack.NAME, before -> AgentPack.describing(before, deployment(config), clock));
    return all;
  }

  private static void add(
      Map<String, Function<List<Pack>, Pack>> all, String name, Function<List<Pack>, Pack> pack) {
    if (all.putIfAbsent(name, pack) != null) {
      throw new IllegalArgumentException("two packs are called " + name);
    }
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

  private static Pack lesser(Config config, Clock clock) {
    TransportLimits limits = TransportLimits.DEFAULT.within(config.lesserTimeout());
    return LesserPack.create(
        new HttpCoreTransport(limits, clock), config.lesserBase(), clock, new SecureRandom());
  }

  /**
   * The packs that the settings name, or all.
   *
   * @param more packs to choose from besides those of this artifact
   * @throws ConfigException if a name is unknown
   */
  static Packs chosen(
      Config config, DynamoConnection dynamo, Secrets secrets, Clock clock, List<Pack> more) {
    Map<String, Function<List<Pack>, Pack>> all = all(config, dynamo, secrets, clock, more);
    requireKnown(config.packs(), all.keySet());
    List<Pack> served = new ArrayList<>();
    all.forEach((name, pack) -> {
      if (config.packs().isEmpty() || config.packs().contains(name)) {
        served.add(pack.apply(List.copyOf(served)));
      }
    });
    return new Packs(served);
  }

  private static void requireKnown(Set<String> names, Set<String> known) {
    List<String> unknown = names.stream().filter(name -> !known.contains(name)).sorted().toList();
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
      return new ToolRegistry(flat(Pack::tools), confirmation, runner);
    } catch (Confirmation.UnknownToolException e) {
      throw new ConfigException(List.of(Setting.MCP_CONFIRM_TOOLS + " names " + e.getMessage()));
    }
  }

  ResourceRegistry resources(CallRunner runner) {
    return new ResourceRegistry(flat(Pack::resources), flat(Pack::templates), runner);
  }

  PromptRegistry prompts(CallRunner runner) {
    return new PromptRegistry(flat(Pack::prompts), runner);
  }

  /** How a model uses what is served. */
  String instructions() {
    return Stream.concat(
            Stream.of("The tools of an agent that lives on a Lesser instance."),
            served.stream().map(Pack::instructions).filter(words -> !words.isEmpty()))
        .collect(Collectors.joining(" "));
  }

  private <T> List<T> flat(Function<Pack, Collection<T>> part) {
    return served.stream().flatMap(pack -> part.apply(pack).stream()).toList();
  }
}
