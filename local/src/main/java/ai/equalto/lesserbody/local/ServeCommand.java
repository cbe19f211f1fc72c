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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the system on this machine until it is interrupted. */
@Command(
    name = "serve",
    description = "Runs the server on this machine (the default).",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class ServeCommand implements Callable<Integer> {
  private static final int DEFAULT_PORT = 8787;
  private static final int MAX_PORT = 65_535;
  private static final String PORT = "PORT";

  private final Host host;

  @Spec private CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Port of 127.0.0.1 to listen on; else the variable PORT, else 8787.")
  private String port;

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
    int wanted = port();
    PrintWriter out = spec.commandLine().getOut();
    try (Interruption interruption = Interruption.handled()) {
      LocalServer server = LocalServer.start(host, wanted, storage());
      out.print(new Welcome(server.endpoint(), token()).text());
      out.flush();
      interruption.await(server);
      return 0;
    } catch (BindException e) {
      spec.commandLine()
          .getErr()
          .printf("Port %d is taken; choose another with --port or PORT.%n", wanted);
      return 1;
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

  private int port() {
    return port == null
        ? host.variable(PORT).map(value -> port(PORT, value)).orElse(DEFAULT_PORT)
        : port("--port", port);
  }

  private int port(String source, String text) {
    try {
      int number = Integer.parseInt(text);
      if (number >= 0 && number <= MAX_PORT) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Refused below, like a number that is none of a port.
    }
    throw new ParameterException(
        spec.commandLine(),
        "Invalid value for %s: '%s' is not a port (0 to %d)".formatted(source, text, MAX_PORT));
  }
}
