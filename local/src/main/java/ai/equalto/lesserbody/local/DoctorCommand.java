package ai.equalto.lesserbody.local;

import ai.equalto.lesserbody.local.doctor.BearerToken;
import ai.equalto.lesserbody.local.doctor.Doctor;
import ai.equalto.lesserbody.local.doctor.Report;
import ai.equalto.lesserbody.local.doctor.Target;
import ai.equalto.lesserbody.local.doctor.Trust;
import ai.equalto.lesserbody.local.doctor.Visit;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Examines an endpoint as a client sees it. */
@Command(
    name = "doctor",
    description = {
      "Proves a deployed endpoint from outside, and names a fix for each finding.",
      "Changes nothing there. Exits with 0 if nothing failed, with 1 if something did."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class DoctorCommand implements Callable<Integer> {
  private static final int MAX_TIMEOUT = 120;
  private static final int MAX_TOKEN = 16_384;

  /** RFC 6454 section 6.2, in lower case as browsers send it. */
  private static final Pattern ORIGIN =
      Pattern.compile("https?://[a-z0-9.-]+(:[0-9]{1,5})?|http://\\[::1](:[0-9]{1,5})?");

  private final Host host;
  private final InputStream in;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "URL", description = "The MCP endpoint, such as https://HOST/live/mcp.")
  private String url;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description =
          "Holds an access token; - is standard input. Without it, half of the checks are not run.")
  private String tokenFile;

  @Option(
      names = "--origin",
      paramLabel = "ORIGIN",
      description = "A web origin whose pages are to be let in, such as https://app.example.")
  private String origin;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "30",
      description = "How long one answer may take; else 30, as API Gateway gives up after 29.")
  private int timeout;

  @Option(names = "--json", description = "Writes the findings as JSON.")
  private boolean json;

  DoctorCommand(Host host, InputStream in) {
    this.host = host;
    this.in = in;
  }

  @Override
  public Integer call() throws InterruptedException {
    Visit visit = visit();
    PrintWriter out = spec.commandLine().getOut();
    Report report =
        new Report(visit.target(), new Doctor(visit, Trust.usual(), host.clock()).examine());
    out.println(json ? report.json() : report.text().stripTrailing());
    if (visit.token().isEmpty()) {
      spec.commandLine()
          .getErr()
          .println(
              "WARNING: without --token-file nothing was called; the checks were not all run.");
    }
    return report.isGood() ? 0 : 1;
  }

  private Visit visit() {
    if (timeout < 1 || timeout > MAX_TIMEOUT) {
      throw mistyped("--timeout wants 1 to " + MAX_TIMEOUT + " seconds");
    }
    if (origin != null && !ORIGIN.matcher(origin).matches()) {
      throw mistyped("--origin wants an origin such as https://app.example, without a path");
    }
    try {
      Target target = Target.parse(url);
      return new Visit(target, token(), Optional.ofNullable(origin), Duration.ofSeconds(timeout));
    } catch (IllegalArgumentException e) {
      throw mistyped(e.getMessage());
    }
  }

  private Optional<BearerToken> token() {
    return Optional.ofNullable(tokenFile)
        .map(file ->
            BearerToken.of(read(file))
                .orElseThrow(() -> mistyped("--token-file holds nothing that is a bearer token")));
  }

  private String read(String file) {
    try (InputStream source = "-".equals(file) ? in : Files.newInputStream(Path.of(file))) {
      return new String(source.readNBytes(MAX_TOKEN), StandardCharsets.UTF_8);
    } catch (IOException | InvalidPathException e) {
      // Not repeated, as it may be the token itself.
      throw mistyped("--token-file wants the name of a file that can be read, or -");
    }
  }

  private ParameterException mistyped(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
