package ai.equalto.lesserbody.local;

import ai.equalto.lesserbody.ConfigException;
import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.local.token.Lifetime;
import ai.equalto.lesserbody.local.token.TokenRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The commands of the script {@code run}. */
@Command(
    name = "./run",
    synopsisSubcommandLabel = "COMMAND",
    description = "Runs lesser-body on this machine.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class Main {
  private static final Set<String> OWN_OPTIONS = Set.of("-h", "--help", "-V", "--version");

  private Main() {}

  public static void main(String[] args) {
    // What the embedded DynamoDB runs on says at every start that it starts.
    System.setProperty("org.slf4j.simpleLogger.log.org.eclipse.jetty", "warn");
    PrintWriter out = new PrintWriter(System.out, true, System.out.charset());
    PrintWriter err = new PrintWriter(System.err, true, System.err.charset());
    System.exit(run(Host.real(), System.in, out, err, args));
  }

  /** Runs a command and returns the exit code: 0, 1 if it failed, 2 if it was mistyped. */
  static int run(Host host, InputStream in, PrintWriter out, PrintWriter err, String... args) {
    return new CommandLine(new Main())
        .addSubcommand(new ServeCommand(host))
        .addSubcommand(new TokenCommand(host))
        .addSubcommand(new RotateSecretCommand(host))
        .addSubcommand(new RevokeCommand(host, in))
        .addSubcommand(new DoctorCommand(host, in))
        .addSubcommand(new ConformanceCommand(host))
        .addSubcommand(new BenchCommand(host))
        .addSubcommand(new AuditCommand(System.in))
        .addSubcommand(new FormatCommand())
        .addSubcommand(new HelpCommand())
        .registerConverter(Scope.class, converter(TokenRequest::scope))
        .registerConverter(Lifetime.class, converter(Lifetime::parse))
        .setExecutionExceptionHandler((failure, command, parsed) -> explain(failure, command))
        .setOut(out)
        .setErr(err)
        .execute(withDefault(args));
  }

  private static String[] withDefault(String... args) {
    boolean named = args.length > 0 && (!args[0].startsWith("-") || OWN_OPTIONS.contains(args[0]));
    return named
        ? args
        : Stream.concat(Stream.of("serve"), List.of(args).stream()).toArray(String[]::new);
  }

  /** What the user can do something about is told in a line, what is a bug with its trace. */
  private static int explain(Exception failure, CommandLine command) throws Exception {
    switch (failure) {
      case FileSystemException e ->
          command.getErr().println(e.getClass().getSimpleName() + ": " + e.getMessage());
      case IOException e -> command.getErr().println(e.getMessage());
      case ConfigException e -> command.getErr().println(e.getMessage());
      default -> throw failure;
    }
    return 1;
  }

  private static <T> ITypeConverter<T> converter(Function<String, T> parser) {
    return text -> {
      try {
        return parser.apply(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    };
  }
}
