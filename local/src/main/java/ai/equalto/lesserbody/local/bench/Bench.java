package ai.equalto.lesserbody.local.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

/** Measures, row by row and round by round. */
public final class Bench {
  private final Checkout checkout;
  private final Clock clock;
  private final PrintWriter progress;

  /**
   * @param progress takes a line for whatever takes its time
   */
  public Bench(Checkout checkout, Clock clock, PrintWriter progress) {
    this.checkout = checkout;
    this.clock = clock;
    this.progress = progress;
  }

  /**
   * Measures in rounds, and once before that does not count: it fills the caches of the disk.
   *
   * @throws BenchException if this machine cannot, or the function does not answer as it should
   */
  public Report measure(Selection selection, int rounds) throws IOException, InterruptedException {
    Results results = new Results();
    Optional<Peers> peers =
        selection.hasPeers()
            ? Optional.of(Peers.installed(checkout, Peers.Programs.onPath(), progress))
            : Optional.empty();
    try (Lab lab = Lab.open(checkout, peers, clock, progress)) {
      for (Chapter chapter : selection.chapters()) {
        for (int round = 0; round <= rounds; round++) {
          for (Case row : chapter.cases()) {
            var taken = row.take().in(lab);
            progress.println(line(round, chapter, row, taken.get(chapter.metrics().getFirst())));
            if (round > 0) {
              results.add(chapter, row, taken);
            }
          }
        }
      }
      Machine machine = Machine.here(lab.interpreters());
      return new Report(results, machine, rounds, clock.instant());
    }
  }

  private static String line(int round, Chapter chapter, Case row, double value) {
    Metric metric = chapter.metrics().getFirst();
    return String.format(
        Locale.ROOT,
        "round %d, %s, %s: %s %s",
        round,
        chapter.id(),
        row.name(),
        metric.title(),
        metric.text(value));
  }
}
