package ai.equalto.lesserbody.agent;

import ai.equalto.lesserbody.auth.Principal;
import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.call.CallContext;
import ai.equalto.lesserbody.call.Offer;
import ai.equalto.lesserbody.content.Caching;
import ai.equalto.lesserbody.content.ResourceContents;
import ai.equalto.lesserbody.pack.Manifest;
import ai.equalto.lesserbody.pack.Pack;
import ai.equalto.lesserbody.resource.Resource;
import ai.equalto.lesserbody.resource.ResourceInfo;
import ai.equalto.lesserbody.resource.ResourceResult;
import ai.equalto.lesserbody.schema.Output;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Tells a caller what it may use here and how this server is set up. Both are made from the packs
 * that are served, this one among them, so that they cannot differ from what is there.
 */
public final class AgentPack {
  /** What a setting calls it. */
  public static final String NAME = "agent";

  /** What is in it. */
  public static final Manifest MANIFEST =
      Manifest.of(NAME, "What you may use here stands in agent://capabilities.")
          .withResources("agent://capabilities", "agent://config");

  private final List<Pack> others;
  private final Deployment deployment;
  private final Clock clock;

  private AgentPack(List<Pack> others, Deployment deployment, Clock clock) {
    this.others = List.copyOf(others);
    this.deployment = deployment;
    this.clock = clock;
  }

  /**
   * The pack {@code agent}.
   *
   * @param others the packs that are served beside it
   * @param clock tells how much time a call has
   */
  public static Pack describing(List<Pack> others, Deployment deployment, Clock clock) {
    return new AgentPack(others, deployment, clock).pack();
  }

  private Pack pack() {
    return Pack.of(NAME, MANIFEST.instructions())
        .withResources(
            resource(
                "capabilities",
                "Capabilities",
                "Who you are here, your scopes, and what you may use with them.",
                Output.of(Capabilities.class),
                this::capabilities),
            resource(
                "config",
                "Configuration",
                "The version of this server, what it serves, and its limits of time.",
                Output.of(Configuration.class),
                this::configuration));
  }

  private static <O extends Record> Resource resource(
      String name,
      String title,
      String description,
      Output<O> output,
      Function<CallContext, O> value) {
    // Neither changes before the next deployment; what a caller may use is its own.
    Caching caching = Caching.own(Duration.ofMinutes(1));
    return new Resource(
        "agent://" + name,
        new ResourceInfo(name, title, description, "application/json", Scope.READ, caching),
        (uri, none, call) ->
            ResourceResult.of(
                ResourceContents.json(uri, output.write(value.apply(call)).orElseThrow())));
  }

  private Capabilities capabilities(CallContext call) {
    Principal caller = call.principal();
    return new Capabilities(
        caller.identity(),
        Arrays.stream(Scope.values()).filter(caller::may).map(Scope::token).toList(),
        open(caller, Pack::tools)
            .map(tool ->
                new Capabilities.OpenTool(
                    tool.name(),
                    tool.title(),
                    tool.scope().token(),
                    deployment.confirmedTools().contains(tool.name())))
            .toList(),
        open(caller, Pack::resources).map(one -> resource(one.uri(), one.info())).toList(),
        open(caller, Pack::templates).map(one -> resource(one.auditName(), one.info())).toList(),
        open(caller, Pack::prompts)
            .map(prompt ->
                new Capabilities.OpenPrompt(prompt.name(), prompt.title(), prompt.scope().token()))
            .toList());
  }

  private static Capabilities.OpenResource resource(String uri, ResourceInfo info) {
    return new Capabilities.OpenResource(uri, info.title(), info.scope().token());
  }

  private Configuration configuration(CallContext call) {
    Duration left = Duration.between(clock.instant(), call.deadline());
    return new Configuration(
        deployment.name(),
        deployment.version(),
        deployment.protocolVersions(),
        deployment.endpoint().map(URI::toString),
        deployment.instance().map(URI::toString),
        packs().map(Pack::name).toList(),
        deployment.confirmedTools().stream().sorted().toList(),
        Math.ceilDiv(left.toMillis(), 1_000),
        deployment.answerTime().toMinutes(),
        deployment.sessionTime().toMinutes());
  }

  private <T extends Offer> Stream<T> open(Principal caller, Function<Pack, Collection<T>> part) {
    return packs()
        .flatMap(pack -> part.apply(pack).stream())
        .filter(one -> one.isOpenTo(caller))
        .sorted(Comparator.comparing(Offer::auditName));
  }

  private Stream<Pack> packs() {
    return Stream.concat(others.stream(), Stream.of(pack()));
  }
}
