package ai.equalto.lesserbody.local;

import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.local.token.Lifetime;
import ai.equalto.lesserbody.local.token.TokenMinter;
import ai.equalto.lesserbody.local.token.TokenRequest;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the system on this machine until it is interrupted. */
@Command(
    name = "serve",
    description = "Runs the server on this machine (the default).",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class ServeCommand implements Callable<Integer> {
  private final Host host;

  @Spec private CommandSpec spec;

  @Mixin private PortOption port;

  @ArgGroup private Kept kept;

  /** Picocli fills in what was typed; the rest stays null. */
  private static final class Kept {
    @Option(names = "--in-memory", required = true, description = "Forgets all data at the end.")
    private boolean inMemory;

    @Option(
        names = "--data",
        required = true,
        paramLabel = "DIR",
        description = "Keeps the data in this directory; else in .local/dynamodb.")
    private Path directory;
  }

  ServeCommand(Host host) {
    this.host = host;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    int wanted = port.number(host);
    PrintWriter out = spec.commandLine().getOut();
    try (Interruption interruption = Interruption.handled()) {
      LocalServer server = LocalServer.start(host, wanted, storage());
      out.print(new Welcome(server.endpoint(), server.lesser(), token()).text());
      out.flush();
      interruption.await(server);
      return 0;
    } catch (BindException e) {
      return port.refuseTaken(wanted);
    }
  }

  private Storage storage() {
    if (kept == null) {
      return new Storage.Directory(host.folder().resolve("dynamodb"));
    }
    return kept.inMemory ? new Storage.InMemory() : new Storage.Directory(kept.directory);
  }

  private String token() throws IOException {
    var request =
        new TokenRequest(
            "alice", Set.of(Scope.READ, Scope.WRITE), Lifetime.LONGEST, Optional.empty());
    return new TokenMinter(host.secret(), host.clock()).mint(request);
  }
}
