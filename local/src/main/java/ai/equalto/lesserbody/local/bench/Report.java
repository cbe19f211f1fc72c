package ai.equalto.lesserbody.local.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;

/** What was measured, in the forms in which it is told. */
public final class Report {
  private final Results results;
  private final Machine machine;
  private final int rounds;
  private final Instant when;

  Report(Results results, Machine machine, int rounds, Instant when) {
    this.results = results;
    this.machine = machine;
    this.rounds = rounds;
    this.when = when;
  }

  /** Tables in Markdown. */
  public String markdown() {
    String taken =
        "%s; rounds: %d; %s, %d CPUs, of which a function has one; %s."
            .formatted(
                when.atOffset(ZoneOffset.UTC).toLocalDate(),
                rounds,
                machine.processor(),
                machine.cpus(),
                String.join(", ", machine.runtimes()));
    return "\n" + taken + "\n\n" + new ResultTables(results).markdown() + "\n";
  }

  /** Every number of every round. */
  public String json() {
    return JsonReport.of(results, machine, when);
  }

  /**
   * Writes the tables and the chart of the docs.
   *
   * @throws BenchException if the page has no place for them
   */
  public void write(Checkout checkout) throws IOException {
    Path chart = checkout.chart();
    new Page(checkout.page()).write(markdown());
    Files.writeString(chart, Chart.of(results, results.chapters().getFirst()));
  }

  /** Whether a bar is missed by more than the noise of a machine. */
  public boolean isFailed() {
    return Bar.of(results).stream().anyMatch(Bar::isFailed);
  }
}
