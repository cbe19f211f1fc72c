package ai.equalto.lesserbody.audit;

import ai.equalto.lesserbody.jsonrpc.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.function.Consumer;

/**
 * Writes one JSON line for an exception that nobody expected: its classes and where they were
 * thrown. Messages are left out, since they may quote a token or an argument.
 */
public final class FaultLog {
  private static final int MAX_FRAMES = 40;
  private static final int MAX_CAUSES = 8;

  private final Consumer<String> lines;
  private final Clock clock;

  /**
   * @param lines takes one finished line, without its line end
   * @param clock tells when a fault was recorded
   */
  public FaultLog(Consumer<String> lines, Clock clock) {
    this.lines = lines;
    this.clock = clock;
  }

  /** Writes one line; the request id is what the caller was told. */
  public void record(String requestId, Throwable fault) {
    ObjectNode line =
        Json.object()
            .put("time", LogText.of(clock.instant()))
            .put("event", "fault")
            .put("level", "ERROR")
            .put("request_id", requestId);
    LogText.bound(line);
    ArrayNode chain = line.putArray("exceptions");
    Throwable next = fault;
    for (int i = 0; i < MAX_CAUSES && next != null; i++, next = next.getCause()) {
      exception(chain.addObject(), next);
    }
    lines.accept(Json.writeAscii(line));
  }

  private static void exception(ObjectNode json, Throwable exception) {
    ArrayNode frames = json.put("class", exception.getClass().getName()).putArray("stack");
    StackTraceElement[] stack = exception.getStackTrace();
    for (int i = 0; i < Math.min(MAX_FRAMES, stack.length); i++) {
      frames.add(stack[i].toString());
    }
  }
}
