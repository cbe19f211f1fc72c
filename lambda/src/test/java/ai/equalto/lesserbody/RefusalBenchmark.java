package ai.equalto.lesserbody;

import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.auth.TestTokens;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures the CPU that a request costs which is refused, against one that is let in: who is
 * refused must not cost more, or a flood of bad tokens would cost more than one of good ones.
 */
final class RefusalBenchmark {
  /**
   * A refusal may cost as much as a call; the run fails beyond twice that, for machines are busy.
   */
  private static final double BAR = 1.0;

  private static final double TOLERANCE = 2.0;
  private static final int ROUNDS = 15;
  private static final int CALLS = 1000;
  private static final String BODY =
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":"
          + "{\"name\":\"echo\",\"arguments\":{\"message\":\"hello\"}}}";

  private RefusalBenchmark() {}

  private static Map<String, String> authorizations() {
    String good = TestTokens.of("alice", Scope.READ);
    Map<String, String> authorizations = new LinkedHashMap<>();
    authorizations.put("good token", "Bearer " + good);
    authorizations.put(
        "bad signature", "Bearer " + good.replaceFirst("[^.]+$", TestTokens.part(new byte[32])));
    authorizations.put(
        "expired", "Bearer " + TestTokens.of(TestTokens.NOW.minusSeconds(7200), "alice"));
    authorizations.put("garbage", "Bearer " + "x".repeat(4000));
    authorizations.put("no token", "");
    return authorizations;
  }

  /** The microseconds of CPU that one call takes, after the calls of a round. */
  private static double round(String authorization) {
    // A server of its own for each round, since a test server keeps every line that it logs.
    TestServer server = new TestServer(Map.of());
    Map<String, String> headers =
        authorization.isEmpty()
            ? Map.of("Content-Type", "application/json")
            : Map.of("Content-Type", "application/json", "Authorization", authorization);
    var thread = ManagementFactory.getThreadMXBean();
    long start = thread.getCurrentThreadCpuTime();
    for (int i = 0; i < CALLS; i++) {
      server.send("POST", "/mcp", headers, BODY);
    }
    return (thread.getCurrentThreadCpuTime() - start) / 1e3 / CALLS;
  }

  private static double median(List<Double> rounds) {
    double[] sorted = rounds.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  public static void main(String[] args) {
    Map<String, List<Double>> measured = new LinkedHashMap<>();
    Map<String, String> authorizations = authorizations();
    authorizations.values().forEach(RefusalBenchmark::round);
    for (int i = 0; i < ROUNDS; i++) {
      authorizations.forEach((name, authorization) ->
          measured.computeIfAbsent(name, key -> new ArrayList<>()).add(round(authorization)));
    }
    double accepted = median(measured.get("good token"));
    boolean passed = true;
    for (Map.Entry<String, List<Double>> entry : measured.entrySet()) {
      double ratio = median(entry.getValue()) / accepted;
      passed &= ratio <= BAR * TOLERANCE;
      System.out.printf("  %-14s %.2f of a call that is let in%n", entry.getKey(), ratio);
    }
    if (!passed) {
      System.out.println("  FAIL  a refusal costs more than twice what a call costs");
      System.exit(1);
    }
  }
}
