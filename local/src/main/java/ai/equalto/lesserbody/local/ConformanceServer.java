package ai.equalto.lesserbody.local;

import ai.equalto.lesserbody.AuthorizerHandler;
import ai.equalto.lesserbody.LambdaHandler;
import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.local.conformance.DefaultBearer;
import ai.equalto.lesserbody.local.fixture.FixturePack;
import ai.equalto.lesserbody.local.gateway.Functions;
import ai.equalto.lesserbody.local.gateway.Gateway;
import ai.equalto.lesserbody.local.token.Lifetime;
import ai.equalto.lesserbody.local.token.SigningSecret;
import ai.equalto.lesserbody.local.token.TokenMinter;
import ai.equalto.lesserbody.local.token.TokenRequest;
import ai.equalto.lesserbody.pack.Pack;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the conformance suite is pointed at. It takes nothing from the user's environment, keeps its
 * data in memory, and forgets its secret at the end. Authentication is that of the deployed system:
 * whoever proves nothing is given the token of a test agent before the function sees the request.
 */
final class ConformanceServer {
  /** Whose token a request without one is given; it has every scope. */
  static final String AGENT = "conformance";

  static final TokenRequest EVERYTHING =
      new TokenRequest(AGENT, EnumSet.allOf(Scope.class), Lifetime.parse("15m"), Optional.empty());

  private ConformanceServer() {}

  /**
   * Starts; requests are answered when this returns.
   *
   * @param port 0 takes any free one
   * @param log takes each line that the function logs
   * @throws java.net.BindException if the port is taken
   */
  static LocalServer start(Host host, int port, Consumer<String> log) throws IOException {
    SigningSecret secret = SigningSecret.random(host.random());
    Map<String, String> environment =
        Map.of("JWT_SECRET", secret.reveal(), "MCP_PACKS", FixturePack.NAME);
    TokenMinter minter = new TokenMinter(secret, host.clock());
    return LocalServer.start(
        new Host(environment, host.folder(), host.clock(), host.random()),
        Gateway.bind(port, new DefaultBearer(() -> minter.mint(EVERYTHING))),
        new Storage.InMemory(),
        settings -> functions(settings, host, log));
  }

  private static Functions functions(
      Map<String, String> settings, Host host, Consumer<String> log) {
    List<Pack> fixtures = List.of(FixturePack.create());
    return new Functions(
        new LambdaHandler(settings, fixtures, host.clock(), log),
        new AuthorizerHandler(settings, fixtures, host.clock(), log));
  }
}
