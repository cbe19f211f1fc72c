package ai.equalto.lesserbody.local.audit;

import ai.equalto.lesserbody.local.audit.AuditRecord.Place;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** What was read from exports of a log: the chains of the audit, and how many other lines. */
public final class AuditExport {
  private final Map<String, Chain> chains = new TreeMap<>();
  private long others;

  /**
   * Reads a file, whole or packed with gzip.
   *
   * @param name what the file is called in the report
   * @throws IOException if it cannot be read or unpacked to its end
   */
  public void read(String name, InputStream file) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(unpacked(file), StandardCharsets.UTF_8))) {
      long number = 1;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        take(new Place(name, number), line);
        number++;
      }
    }
  }

  private static InputStream unpacked(InputStream file) throws IOException {
    BufferedInputStream bytes = new BufferedInputStream(file);
    bytes.mark(2);
    boolean packed = bytes.read() == 0x1F && bytes.read() == 0x8B;
    bytes.reset();
    return packed ? new GZIPInputStream(bytes) : bytes;
  }

  private void take(Place where, String line) {
    List<AuditRecord> records =
        LoggedLines.in(line).stream()
            .map(logged -> AuditRecord.of(where, logged))
            .flatMap(Optional::stream)
            .toList();
    records.forEach(
        found -> chains.computeIfAbsent(found.environment(), name -> new Chain()).add(found));
    if (records.isEmpty()) {
      others++;
    }
  }

  /** Whether there is any record at all. */
  public boolean isEmpty() {
    return chains.isEmpty();
  }

  /** Prints what was found in each chain, and returns whether all of them are intact. */
  public boolean report(PrintWriter out) {
    boolean intact = true;
    for (Map.Entry<String, Chain> entry : chains.entrySet()) {
      Chain chain = entry.getValue();
      List<String> breaks = chain.breaks();
      intact &= breaks.isEmpty();
      out.println(
          "%s  environment %s: %d records, %s to %s"
              .formatted(
                  breaks.isEmpty() ? "intact" : "BROKEN",
                  printable(entry.getKey()),
                  chain.size(),
                  chain.first().time(),
                  chain.last().time()));
      breaks.forEach(found -> out.println("        " + found));
    }
    out.println(others + " other lines skipped.");
    out.println("Whether records are cut off at the end of a chain, or the last one was changed,");
    out.println("cannot be noticed: nothing was written behind it.");
    return intact;
  }

  /** What is read may be anybody's, and a terminal obeys. */
  private static String printable(String text) {
    return text.replaceAll("[^!-~]", "?");
  }
}
