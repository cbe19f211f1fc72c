package ai.equalto.lesserbody.audit;

import static ai.equalto.lesserbody.testkit.TestJson.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AuditChainTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
  private static final AuditEvent EVENT =
      new AuditEvent.AuthFailure("r", "EXPIRED", false, Optional.empty(), "", Optional.empty());

  private final List<String> lines = new ArrayList<>();
  private final AtomicInteger drawn = new AtomicInteger();
  private final AuditLog audit =
      new AuditLog(lines::add, CLOCK, "f", () -> "environment-" + drawn.incrementAndGet());

  private static String sha256(String text) throws Exception {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  @Test
  void linksEachLineToTheOneBefore() throws Exception {
    for (int i = 0; i < 3; i++) {
      audit.record(EVENT);
    }

    assertThat(lines).hasSize(3);
    assertThat(lines.get(0))
        .endsWith(",\"env\":\"environment-1\",\"seq\":1,\"prev\":\"" + "0".repeat(64) + "\"}");
    assertThat(lines.get(1))
        .endsWith(
            ",\"env\":\"environment-1\",\"seq\":2,\"prev\":\"" + sha256(lines.get(0)) + "\"}");
    assertThat(lines.get(2))
        .endsWith(
            ",\"env\":\"environment-1\",\"seq\":3,\"prev\":\"" + sha256(lines.get(1)) + "\"}");
  }

  /** Two environments that start from one snapshot share what is drawn before it is taken. */
  @Test
  void drawsTheNameOfTheEnvironmentWithItsFirstLine() {
    assertThat(drawn).hasValue(0);

    audit.record(EVENT);
    audit.record(EVENT);

    assertThat(drawn).hasValue(1);
  }

  @Test
  void drawsAnotherNameForEachEnvironment() {
    for (int i = 0; i < 100; i++) {
      new AuditLog(lines::add, CLOCK).record(EVENT);
    }

    assertThat(lines.stream().map(line -> json(line).get("env").textValue()).distinct())
        .hasSize(100)
        .allMatch(name -> name.matches("[0-9a-f]{32}"));
  }

  /** The list is not safe for threads, so it also proves that no two write at once. */
  @Test
  void keepsTheOrderOfLinesOfConcurrentRequests() throws Exception {
    int threads = 16;
    int each = 200;
    CountDownLatch together = new CountDownLatch(threads);
    Callable<Boolean> request =
        () -> {
          together.countDown();
          together.await();
          for (int j = 0; j < each; j++) {
            audit.record(EVENT);
          }
          return true;
        };
    try (var executor = Executors.newFixedThreadPool(threads)) {
      assertThat(executor.invokeAll(Collections.nCopies(threads, request)))
          .allMatch(done -> done.resultNow());
    }

    assertThat(lines).hasSize(threads * each);
    String previous = AuditChain.START;
    for (int i = 0; i < lines.size(); i++) {
      JsonNode line = json(lines.get(i));
      assertThat(line.get("seq").intValue()).isEqualTo(i + 1);
      assertThat(line.get("prev").textValue()).isEqualTo(previous);
      previous = AuditChain.hash(lines.get(i));
    }
  }

  /** What could not be written is missed by whoever verifies, instead of going unnoticed. */
  @Test
  void leavesAGapForALineThatCouldNotBeWritten() {
    AuditLog broken =
        new AuditLog(
            line -> {
              if (drawn.incrementAndGet() == 1) {
                throw new IllegalStateException("the disk is full");
              }
              lines.add(line);
            },
            CLOCK);
    assertThatThrownBy(() -> broken.record(EVENT)).isInstanceOf(IllegalStateException.class);

    broken.record(EVENT);

    assertThat(json(lines.getFirst()).get("seq").intValue()).isEqualTo(2);
  }
}
