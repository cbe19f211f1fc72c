package ai.equalto.lesserbody.audit;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.JsonSyntaxException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultLogTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

  private final List<String> lines = new ArrayList<>();
  private final FaultLog faults = new FaultLog(lines::add, CLOCK);

  private JsonNode recorded(Throwable fault) throws JsonSyntaxException {
    faults.record("request-1", fault);
    assertThat(lines).hasSize(1);
    assertThat(lines.getFirst()).matches("[\\x20-\\x7e]+");
    return Json.read(lines.getFirst().getBytes(StandardCharsets.UTF_8));
  }

  private static <T extends Throwable> T at(T fault, StackTraceElement... frames) {
    fault.setStackTrace(frames);
    return fault;
  }

  private static StackTraceElement frame(int line) {
    return new StackTraceElement("a.Type", "method", "Type.java", line);
  }

  @Test
  void recordsClassesAndFrames() {
    IllegalStateException cause = at(new IllegalStateException("inner"), frame(2));
    faults.record("request-1", at(new RuntimeException("outer", cause), frame(1)));

    assertThat(lines)
        .containsExactly(
            """
            {"time":"2026-03-01T12:00:00Z","event":"fault","level":"ERROR",\
            "request_id":"request-1","exceptions":[\
            {"class":"java.lang.RuntimeException","stack":["a.Type.method(Type.java:1)"]},\
            {"class":"java.lang.IllegalStateException","stack":["a.Type.method(Type.java:2)"]}]}\
            """);
  }

  @Test
  void neverRecordsAMessage() throws JsonSyntaxException {
    RuntimeException fault = new RuntimeException("token=secret", new Error("secret"));
    fault.addSuppressed(new RuntimeException("secret"));

    recorded(fault);

    assertThat(lines.getFirst()).doesNotContain("secret");
  }

  @Test
  void recordsFortyFramesAtMost() throws JsonSyntaxException {
    StackTraceElement[] frames = new StackTraceElement[1000];
    Arrays.setAll(frames, FaultLogTest::frame);

    JsonNode stack = recorded(at(new RuntimeException(), frames)).at("/exceptions/0/stack");

    assertThat(stack.size()).isEqualTo(40);
    assertThat(stack.get(39).textValue()).isEqualTo("a.Type.method(Type.java:39)");
  }

  @Test
  void recordsEightCausesAtMost() throws JsonSyntaxException {
    Throwable fault = at(new RuntimeException());
    for (int i = 0; i < 100; i++) {
      fault = at(new RuntimeException(fault));
    }

    assertThat(recorded(fault).path("exceptions").size()).isEqualTo(8);
  }

  @Test
  void comesToAnEndWhereCausesGoInACircle() throws JsonSyntaxException {
    RuntimeException first = at(new RuntimeException());
    RuntimeException second = at(new IllegalStateException(first));
    first.initCause(second);

    JsonNode exceptions = recorded(first).path("exceptions");

    assertThat(exceptions.size()).isEqualTo(8);
    assertThat(exceptions.get(7).path("class").textValue())
        .isEqualTo("java.lang.IllegalStateException");
  }

  @Test
  void recordsAFaultWithoutFrames() throws JsonSyntaxException {
    JsonNode line = recorded(at(new StackOverflowError()));

    assertThat(line.at("/exceptions/0/class").textValue())
        .isEqualTo("java.lang.StackOverflowError");
    assertThat(line.at("/exceptions/0/stack").isEmpty()).isTrue();
  }
}
