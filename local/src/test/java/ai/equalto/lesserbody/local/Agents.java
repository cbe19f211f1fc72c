package ai.equalto.lesserbody.local;

import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.auth.SigningKey;
import ai.equalto.lesserbody.auth.TestPrincipals;
import ai.equalto.lesserbody.lesser.HttpCoreTransport;
import ai.equalto.lesserbody.lesser.LesserPack;
import ai.equalto.lesserbody.lesser.TransportLimits;
import ai.equalto.lesserbody.local.instance.Faults;
import ai.equalto.lesserbody.local.instance.InstanceSettings;
import ai.equalto.lesserbody.local.instance.LesserInstance;
import ai.equalto.lesserbody.local.token.Lifetime;
import ai.equalto.lesserbody.local.token.SigningSecret;
import ai.equalto.lesserbody.local.token.TokenMinter;
import ai.equalto.lesserbody.local.token.TokenRequest;
import ai.equalto.lesserbody.pack.Pack;
import ai.equalto.lesserbody.testkit.Kit;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

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
    Set<Scope> scopes = Set.of(Scope.READ, Scope.WRITE);
    String token =
        new TokenMinter(SECRET, CLOCK)
            .mint(new TokenRequest(username, scopes, Lifetime.parse("1h"), Optional.empty()));
    return Kit.of(pack(limits))
        .at(CLOCK)
        .as(TestPrincipals.withToken(username, token, Scope.READ, Scope.WRITE));
  }

  /** The pack that they use. */
  Pack pack(TransportLimits limits) {
    return LesserPack.create(
        new HttpCoreTransport(limits, CLOCK), Optional.of(instance.url()), CLOCK, () -> 0);
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
