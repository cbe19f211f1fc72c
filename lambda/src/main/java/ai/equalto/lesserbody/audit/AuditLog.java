package ai.equalto.lesserbody.audit;

import ai.equalto.lesserbody.audit.AuditChain.Link;
import ai.equalto.lesserbody.jsonrpc.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Writes audit events as JSON lines: what happened, then what CloudWatch counts of it, then what
 * ties the line to the one before it, see {@link AuditChain}. A line is ASCII with every control
 * character escaped, so no field can start a line of its own or move a terminal's cursor, and
 * bounded in length.
 */
public final class AuditLog {
  private final Consumer<String> lines;
  private final Clock clock;
  private final String function;
  private final AuditChain chain;

  /** Writes for a function that runs on no Lambda, see the other constructors. */
  public AuditLog(Consumer<String> lines, Clock clock) {
    this(lines, clock, "local");
  }

  /** Writes for an environment whose name is drawn by chance, see the other constructor. */
  public AuditLog(Consumer<String> lines, Clock clock, String function) {
    this(lines, clock, function, AuditChain::randomName);
  }

  /**
   * @param lines takes one finished line, without its line end; never called by two threads at once
   * @param clock tells when an event was recorded
   * @param function which function this is, among those that one account has
   * @param names gives a name that no other environment has; asked when the first line is written
   */
  AuditLog(Consumer<String> lines, Clock clock, String function, Supplier<String> names) {
    this.lines = lines;
    this.clock = clock;
    this.function = function;
    this.chain = new AuditChain(names);
  }

  /** Writes one line. */
  public void record(AuditEvent event) {
    chain.write(link -> line(event, link), lines);
  }

  private String line(AuditEvent event, Link link) {
    Instant now = clock.instant();
    ObjectNode line = Json.object().put("time", LogText.of(now));
    EventFields.add(line, event);
    LogText.bound(line);
    EmbeddedMetrics.add(line, event, function, now, link.sequence() == 1);
    line.put("env", link.environment()).put("seq", link.sequence()).put("prev", link.previous());
    return Json.writeAscii(line);
  }
}
