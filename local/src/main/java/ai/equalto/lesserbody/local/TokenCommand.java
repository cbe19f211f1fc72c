package ai.equalto.lesserbody.local;

import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.local.token.Lifetime;
import ai.equalto.lesserbody.local.token.TokenMinter;
import ai.equalto.lesserbody.local.token.TokenRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints a token that the local server accepts, and nothing else, so that a script can use it. */
@Command(
    name = "token",
    description = "Prints an access token for the local server.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class TokenCommand implements Callable<Integer> {
  private final Host host;

  @Spec private CommandSpec spec;

  @Option(names = "--username", required = true, paramLabel = "NAME", description = "Whose it is.")
  private String username;

  @Option(
      names = "--scopes",
      split = ",",
      defaultValue = "read,write",
      paramLabel = "SCOPE",
      description = "What it allows: read, write, admin; by default ${DEFAULT-VALUE}.")
  private Set<Scope> scopes;

  @Option(
      names = "--ttl",
      defaultValue = "15m",
      paramLabel = "TIME",
      description = "How long it lives, 24h at most: 30s, 15m, 2h; by default ${DEFAULT-VALUE}.")
  private Lifetime lifetime;

  @Option(
      names = "--audience",
      paramLabel = "URI",
      description = "The server it is meant for; by default it does not say.")
  private URI audience;

  TokenCommand(Host host) {
    this.host = host;
  }

  @Override
  public Integer call() throws IOException {
    TokenMinter minter = new TokenMinter(host.secret(), host.clock());
    spec.commandLine().getOut().println(minter.mint(request()));
    return 0;
  }

  private TokenRequest request() {
    try {
      return new TokenRequest(username, scopes, lifetime, Optional.ofNullable(audience));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "Invalid token: " + e.getMessage(), e);
    }
  }
}
