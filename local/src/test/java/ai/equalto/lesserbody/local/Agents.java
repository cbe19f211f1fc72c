package ai.equalto.lesserbody.local;

import ai.equalto.lesserbody.auth.KeyRing;
import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.auth.Secrets;
import ai.equalto.lesserbody.auth.SigningKey;
import ai.equalto.lesserbody.auth.TestPrincipals;
import ai.equalto.lesserbody.aws.DynamoMemoryStore;
import ai.equalto.lesserbody.aws.LocalDynamo;
import ai.equalto.lesserbody.lesser.LesserPack;
import ai.equalto.lesserbody.local.instance.Faults;
import ai.equalto.lesserbody.local.instance.InstanceSettings;
import ai.equalto.lesserbody.local.instance.LesserInstance;
import ai.equalto.lesserbody.local.token.Lifetime;
import ai.equalto.lesserbody.local.token.SigningSecret;
import ai.equalto.lesserbody.local.token.TokenMinter;
import ai.equalto.lesserbody.local.token.TokenRequest;
import ai.equalto.lesserbody.memory.MemoryPack;
import ai.equalto.lesserbody.memory.MemoryStore;
import ai.equalto.lesserbody.pack.Pack;
import ai.equalto.lesserbody.resource.Resource;
import ai.equalto.lesserbody.testkit.Kit;
import ai.equalto.lesserbody.tool.Tool;
import ai.equalto.lesserbody.transport.HttpCoreTransport;
import ai.equalto.lesserbody.transport.TransportLimits;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A whole instance, and agents that use the social pack on it over HTTP, with short pauses. */
final class Agents implements AutoCloseable {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final SigningSecret SECRET = SigningSecret.random(new SecureRandom());

  private final LesserInstance instance;

  Agents() throws IOException {
    instance = new LesserInstance(InstanceSettings.inMemory(SigningKey.of(SECRET.reveal()), CLOCK));
  }

  /** One who may read and write. */
  Kit agent(String username) {
    return agent(username, TransportLimits.DEFAULT);
  }

  /** The same, who waits no longer than this for the instance. */
  Kit agent(String username, TransportLimits limits) {
    return agent(username, pack(limits));
  }

  /** One who may read and write, and remembers. */
  Kit agentWithMemory(String username) {
    return agent(username, together(pack(TransportLimits.DEFAULT), memory()));
  }

  private static Kit agent(String username, Pack pack) {
    Set<Scope> scopes = Set.of(Scope.READ, Scope.WRITE);
    String token =
        new TokenMinter(SECRET, CLOCK)
            .mint(new TokenRequest(username, scopes, Lifetime.parse("1h"), Optional.empty()));
    return Kit.of(pack)
        .at(CLOCK)
        .as(TestPrincipals.withToken(username, token, Scope.READ, Scope.WRITE));
  }

  /** The pack that they use. */
  Pack pack(TransportLimits limits) {
    return LesserPack.create(
        new HttpCoreTransport(limits, CLOCK), Optional.of(instance.url()), CLOCK, () -> 0);
  }

  private static Pack memory() {
    MemoryStore store =
        new DynamoMemoryStore(LocalDynamo.shared().connection(), LocalDynamo.MEMORY_TABLE, CLOCK);
    KeyRing keys = new KeyRing(SigningKey.of(SECRET.reveal()), List.of());
    return MemoryPack.create(store, Secrets.fixed(keys), CLOCK, new SecureRandom());
  }

  private static Pack together(Pack social, Pack memory) {
    return Pack.of("together", "")
        .withTools(
            Stream.concat(social.tools().stream(), memory.tools().stream())
                .toArray(Tool<?, ?>[]::new))
        .withResources(memory.resources().toArray(Resource[]::new));
  }

  /** What is to go wrong with the instance. */
  Faults faults() {
    return instance.faults();
  }

  @Override
  public void close() {
    instance.close();
  }
}
