package ai.equalto.lesserbody.local;

import ai.equalto.lesserbody.local.conformance.ConformanceSuite;
import ai.equalto.lesserbody.local.conformance.SuitePackage;
import ai.equalto.lesserbody.local.token.OwnerOnly;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Serves for the official conformance suite until it is interrupted, or runs the suite as well. */
@Command(
    name = "conformance",
    description = "Serves for the official conformance suite of MCP, or runs the suite.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class ConformanceCommand implements Callable<Integer> {
  private static final int ANY_PORT = 0;

  private final Host host;

  @Spec private CommandSpec spec;

  @Mixin private PortOption port;

  @Option(
      names = "--check",
      description = "Runs the suite against it, on a free port; installs it with npm if need be.")
  private boolean check;

  ConformanceCommand(Host host) {
    this.host = host;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    if (!check) {
      return serve(out);
    }
    if (port.isTyped()) {
      throw new ParameterException(
          spec.commandLine(), "--check takes a free port; leave out --port");
    }
    return check(out) ? 0 : 1;
  }

  private int serve(PrintWriter out) throws IOException, InterruptedException {
    int wanted = port.number(host);
    try (Interruption interruption = Interruption.handled()) {
      LocalServer server = ConformanceServer.start(host, wanted, out::println);
      String suite = SuitePackage.pinned().version();
      out.print(new ConformanceWelcome(server.endpoint(), suite).text());
      out.flush();
      interruption.await(server);
      return 0;
    } catch (BindException e) {
      return port.refuseTaken(wanted);
    }
  }

  private boolean check(PrintWriter out) throws IOException, InterruptedException {
    // Whichever command is first creates it, and another one may keep memories there.
    OwnerOnly.createDirectories(host.folder());
    Path folder = host.folder().resolve("conformance");
    ConformanceSuite suite = ConformanceSuite.installed(folder, out, host.clock());
    Path log = folder.resolve("server.log");
    try (PrintWriter lines = new PrintWriter(Files.newBufferedWriter(log), true);
        LocalServer server = ConformanceServer.start(host, ANY_PORT, lines::println)) {
      return suite.check(server.endpoint());
    }
  }
}
