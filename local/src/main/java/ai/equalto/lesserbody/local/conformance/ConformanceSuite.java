package ai.equalto.lesserbody.local.conformance;

import ai.equalto.lesserbody.local.child.Child;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The official conformance suite of MCP, and what this server is expected to make of it. */
public final class ConformanceSuite {
  private static final Duration LIMIT = Duration.ofMinutes(10);

  private final Path folder;
  private final PrintWriter out;
  private final Clock clock;
  private final Installation installation;

  private ConformanceSuite(Path folder, PrintWriter out, Clock clock, Installation installation) {
    this.folder = folder;
    this.out = out;
    this.clock = clock;
    this.installation = installation;
  }

  /**
   * Installs the suite, if it is not there, with npm.
   *
   * @param folder where it is installed, and leaves the results of its last run
   * @param out is told what happens
   * @throws IOException if there is no npm, or it does not succeed
   */
  public static ConformanceSuite installed(Path folder, PrintWriter out, Clock clock)
      throws IOException, InterruptedException {
    return installed(folder, out, clock, Programs.onPath());
  }

  static ConformanceSuite installed(Path folder, PrintWriter out, Clock clock, Programs programs)
      throws IOException, InterruptedException {
    Installation installation = new Installer(folder, programs, out).install();
    return new ConformanceSuite(folder, out, clock, installation);
  }

  /**
   * Runs all revisions' scenarios, within ten minutes, and tells what became of them.
   *
   * @param endpoint that of a server that needs no credentials
   * @return whether everything is as {@code expectations.json} has it
   * @throws IOException if the suite does not come to an end of its own
   */
  public boolean check(URI endpoint) throws IOException, InterruptedException {
    Expectations expectations = Expectations.own();
    Instant deadline = clock.instant().plus(LIMIT);
    List<Verdict> verdicts = new ArrayList<>();
    for (String revision : expectations.revisions()) {
      out.printf("%nRequirements of %s%n", revision);
      out.flush();
      Results results = run(revision, endpoint, Duration.between(clock.instant(), deadline));
      Verdict verdict = Verdict.of(installation.requirements(revision), results, expectations);
      out.print(new Report(verdict).scenarios());
      out.flush();
      verdicts.add(verdict);
    }
    List<Report> reports = verdicts.stream().map(Report::new).toList();
    tell(reports);
    return verdicts.stream().allMatch(Verdict::isGood);
  }

  private void tell(List<Report> reports) {
    reports.forEach(report -> out.print(report.details()));
    out.println();
    reports.forEach(report -> out.print(report.notScored()));
    reports.forEach(report -> out.print(report.closingLine()));
    out.flush();
  }

  private Results run(String revision, URI endpoint, Duration limit)
      throws IOException, InterruptedException {
    Path directory = folder.resolve("results").resolve(revision);
    delete(directory);
    Files.createDirectories(directory);
    Path log = directory.resolve("suite.log");
    int status =
        Child.run(
            "The conformance suite, which has %d minutes,".formatted(LIMIT.toMinutes()),
            new ProcessBuilder(installation.command(revision, endpoint, directory)),
            log,
            limit);
    Results results = Results.read(directory);
    // It ends with 1 if a scenario fails, which the results tell better.
    if (status > 1 || results.isEmpty()) {
      throw new SuiteException(
          "The conformance suite broke down (exit status %d):%n%s"
              .formatted(status, Child.lastLines(log)));
    }
    return results;
  }

  private static void delete(Path directory) throws IOException {
    if (Files.exists(directory)) {
      List<Path> entries;
      try (Stream<Path> walk = Files.walk(directory)) {
        entries = walk.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path entry : entries) {
        Files.delete(entry);
      }
    }
  }
}
