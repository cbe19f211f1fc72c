package ai.equalto.lesserbody.local;

import ai.equalto.lesserbody.local.bench.Bench;
import ai.equalto.lesserbody.local.bench.Checkout;
import ai.equalto.lesserbody.local.bench.Extent;
import ai.equalto.lesserbody.local.bench.Report;
import ai.equalto.lesserbody.local.bench.Selection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures the function that is deployed. */
@Command(
    name = "bench",
    description = {
      "Measures the function that is deployed, under AWS's client of the Lambda Runtime API.",
      "On Linux only; on one CPU, with the flags of Lambda. Only numbers of one run compare."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class BenchCommand implements Callable<Integer> {
  private static final int ROUNDS = 5;
  private static final int MOST_ROUNDS = 99;

  private final Host host;

  @Spec private CommandSpec spec;

  @Option(
      names = "--short",
      description = "Measures hello and echo alone; exits with 1 where a bar is missed by far.")
  private boolean few;

  @Option(
      names = "--only",
      paramLabel = "CHAPTER",
      split = ",",
      description = "Measures only these chapters, such as cold,warm; an unknown one lists them.")
  private List<String> only = List.of();

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "How often each is measured, of which the median counts; else 5.")
  private int rounds = ROUNDS;

  @Option(names = "--full", description = "Also what takes many minutes: a million memories.")
  private boolean full;

  @Option(
      names = "--peers",
      description = {
        "Also what others make of MCP on Lambda, in TypeScript and Python; installs it with npm",
        "and pip if need be."
      })
  private boolean peers;

  @Option(names = "--json", paramLabel = "FILE", description = "Writes every number to a file.")
  private Path json;

  @Option(
      names = "--write",
      description = "Writes the tables and the chart of docs/performance.md.")
  private boolean write;

  BenchCommand(Host host) {
    this.host = host;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (write && (few || !only.isEmpty())) {
      throw mistyped("--write shows everything; leave out --short and --only");
    }
    Checkout checkout = Checkout.here();
    Bench bench = new Bench(checkout, host.clock(), spec.commandLine().getErr());
    Report report = bench.measure(selection(), rounds());
    spec.commandLine().getOut().println(report.markdown().strip());
    if (json != null) {
      Files.writeString(json, report.json());
    }
    if (write) {
      report.write(checkout);
    }
    return few && report.isFailed() ? 1 : 0;
  }

  private Selection selection() {
    if (few && (full || peers || !only.isEmpty())) {
      throw mistyped("--short says what is measured; leave out --only, --full and --peers");
    }
    Extent extent = new Extent(peers, full);
    try {
      return few
          ? Selection.few()
          : only.isEmpty() ? Selection.all(extent) : Selection.of(only, extent);
    } catch (IllegalArgumentException e) {
      throw mistyped(e.getMessage());
    }
  }

  private int rounds() {
    if (rounds < 1 || rounds > MOST_ROUNDS) {
      throw mistyped("--rounds wants 1 to " + MOST_ROUNDS);
    }
    return rounds;
  }

  private ParameterException mistyped(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
