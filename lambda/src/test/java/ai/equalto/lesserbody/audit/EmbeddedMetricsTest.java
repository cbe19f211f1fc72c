package ai.equalto.lesserbody.audit;

import static ai.equalto.lesserbody.testkit.TestJson.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What CloudWatch makes of the lines, read by the rules of the format. */
class EmbeddedMetricsTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T12:00:00.5Z"), ZoneOffset.UTC);
  private static final AuditEvent FAILURE =
      new AuditEvent.AuthFailure("r", "EXPIRED", false, Optional.empty(), "", Optional.empty());

  private final List<String> lines = new ArrayList<>();
  private final AuditLog audit = new AuditLog(lines::add, CLOCK, "mcp-live");

  private static AuditEvent call(
      AuditEvent.Kind kind, Optional<String> name, AuditEvent.Outcome outcome) {
    return new AuditEvent.Call(
        kind,
        "r",
        "alice",
        "lesser_token",
        name,
        Optional.of("read"),
        outcome,
        12,
        "2026-07-28",
        Optional.of("{\"_aws\":{}}"));
  }

  /** The first line of an environment counts one thing more than the others. */
  @BeforeEach
  void startTheEnvironment() {
    audit.record(FAILURE);
  }

  private JsonNode recorded(AuditEvent event) {
    audit.record(event);
    return json(lines.getLast());
  }

  /** The metrics, each as {@code name{dimension=value}=value}. */
  private static Set<String> counted(JsonNode line) {
    return new EmfReader(line).metrics();
  }

  @Test
  void aCallIsCountedAndMeasuredForTheFunctionAndForTheTool() {
    assertThat(
            counted(
                recorded(
                    call(AuditEvent.Kind.TOOL_CALL, Optional.of("echo"), AuditEvent.Outcome.OK))))
        .containsExactlyInAnyOrder(
            "calls{function=mcp-live}=1 Count",
            "calls{function=mcp-live,tool=echo}=1 Count",
            "duration_ms{function=mcp-live}=12 Milliseconds",
            "duration_ms{function=mcp-live,tool=echo}=12 Milliseconds");
  }

  @ParameterizedTest
  @EnumSource(AuditEvent.Kind.class)
  void whatIsNotRegisteredIsNoDimension(AuditEvent.Kind kind) {
    assertThat(counted(recorded(call(kind, Optional.empty(), AuditEvent.Outcome.NOT_FOUND))))
        .containsExactlyInAnyOrder(
            "calls{function=mcp-live}=1 Count", "duration_ms{function=mcp-live}=12 Milliseconds");
  }

  /** Registered, but a URI may be anything. */
  @ParameterizedTest
  @EnumSource(value = AuditEvent.Kind.class, names = "TOOL_CALL", mode = EnumSource.Mode.EXCLUDE)
  void onlyToolsAreADimension(AuditEvent.Kind kind) {
    assertThat(counted(recorded(call(kind, Optional.of("ä\n"), AuditEvent.Outcome.OK))))
        .containsExactlyInAnyOrder(
            "calls{function=mcp-live}=1 Count", "duration_ms{function=mcp-live}=12 Milliseconds");
  }

  @ParameterizedTest
  @CsvSource({
    "OK,",
    "FAILED,",
    "INVALID_INPUT,",
    "DECLINED,",
    "INPUT_REQUIRED,",
    "CANNOT_ASK,",
    "NOT_FOUND,",
    "DENIED,denials",
    "TIMED_OUT,errors",
    "ERROR,errors"
  })
  void aCallCountsAsWhatBecameOfIt(AuditEvent.Outcome outcome, String also) {
    Set<String> counted =
        counted(recorded(call(AuditEvent.Kind.PROMPT_GET, Optional.of("letter"), outcome)));

    assertThat(counted)
        .contains("calls{function=mcp-live}=1 Count")
        .hasSize(also == null ? 2 : 3)
        .allMatch(metric ->
            metric.startsWith("calls{")
                || metric.startsWith("duration_ms{")
                || metric.equals(also + "{function=mcp-live}=1 Count"));
  }

  @Test
  void aFailureToAuthenticateIsCounted() {
    assertThat(counted(recorded(FAILURE)))
        .containsExactly("auth_failures{function=mcp-live}=1 Count");
  }

  @Test
  void theFirstLineOfAnEnvironmentCountsAColdStart() {
    assertThat(counted(json(lines.getFirst())))
        .containsExactlyInAnyOrder(
            "auth_failures{function=mcp-live}=1 Count", "cold_starts{function=mcp-live}=1 Count");
  }

  @Test
  void aMetricIsOfTheTimeOfItsLine() {
    assertThat(recorded(FAILURE).at("/_aws/Timestamp").longValue())
        .isEqualTo(CLOCK.instant().toEpochMilli());
  }
}
