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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuditLogTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T12:00:00.5Z"), ZoneOffset.UTC);

  private final List<String> lines = new ArrayList<>();
  private final AuditLog audit = new AuditLog(lines::add, CLOCK);

  private static AuditEvent.Call call(String identity, String clientName) {
    return new AuditEvent.Call(
        AuditEvent.Kind.TOOL_CALL,
        "request-1",
        identity,
        "lesser_token",
        Optional.of("echo"),
        Optional.of("read"),
        AuditEvent.Outcome.OK,
        12,
        "2026-07-28",
        Optional.of(clientName));
  }

  private JsonNode recorded(AuditEvent event) throws JsonSyntaxException {
    audit.record(event);
    assertThat(lines).hasSize(1);
    return Json.read(lines.getFirst().getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void recordsAToolCall() {
    audit.record(call("alice", "inspector"));

    assertThat(AuditLines.events(lines))
        .containsExactly(
            """
            {"time":"2026-03-01T12:00:00.500Z","event":"tool_call","request_id":"request-1",\
            "identity":"alice","principal_type":"lesser_token","tool":"echo",\
            "scope_needed":"read","outcome":"ok","duration_ms":12,\
            "protocol_version":"2026-07-28","client_name":"inspector"}\
            """);
  }

  @ParameterizedTest
  @EnumSource(AuditEvent.Outcome.class)
  void recordsEachOutcomeByItsName(AuditEvent.Outcome outcome) {
    audit.record(
        new AuditEvent.Call(
            AuditEvent.Kind.TOOL_CALL,
            "request-1",
            "alice",
            "lesser_token",
            Optional.empty(),
            Optional.empty(),
            outcome,
            0,
            "2025-11-25",
            Optional.empty()));

    assertThat(AuditLines.events(lines))
        .containsExactly(
            """
            {"time":"2026-03-01T12:00:00.500Z","event":"tool_call","request_id":"request-1",\
            "identity":"alice","principal_type":"lesser_token","tool":null,\
            "scope_needed":null,"outcome":"%s","duration_ms":0,\
            "protocol_version":"2025-11-25","client_name":null}\
            """
                .formatted(outcome.name().toLowerCase(Locale.ROOT)));
  }

  @Test
  void recordsAnIssuerThatGaveNoKeys() {
    audit.record(
        new AuditEvent.IssuerUnreachable("request-1", "https://issuer.example", "TIMEOUT"));

    assertThat(AuditLines.events(lines))
        .containsExactly(
            """
            {"time":"2026-03-01T12:00:00.500Z","event":"issuer_unreachable",\
            "request_id":"request-1","issuer":"https://issuer.example","reason":"timeout"}\
            """);
  }

  @Test
  void recordsAnAuthFailure() {
    audit.record(
        new AuditEvent.AuthFailure(
            "request-1",
            "BAD_SIGNATURE",
            true,
            Optional.of("0a1b2c3d"),
            "192.0.2.1",
            Optional.of("a".repeat(121))));

    assertThat(AuditLines.events(lines))
        .containsExactly(
            """
            {"time":"2026-03-01T12:00:00.500Z","event":"auth_failure",\
            "request_id":"request-1","reason":"bad_signature","locked_out":true,"token_hash":"0a1b2c3d",\
            "source_ip":"192.0.2.1","user_agent":"%s"}\
            """
                .formatted("a".repeat(120)));
  }

  @Test
  void recordsWhatKeepsCallersWithinBounds() {
    audit.record(new AuditEvent.GuardFailed("request-1", AuditEvent.Guard.RATE_LIMIT, true));
    audit.record(new AuditEvent.RateLimited("request-1", "alice", "write"));
    audit.record(
        new AuditEvent.Revocation(
            "request-1",
            "operator",
            "lesser_token",
            Optional.of(AuditEvent.Revoked.IDENTITY),
            Optional.of("alice"),
            AuditEvent.RevocationOutcome.REVOKED));

    assertThat(AuditLines.events(lines))
        .containsExactly(
            """
            {"time":"2026-03-01T12:00:00.500Z","event":"guard_failed","request_id":"request-1",\
            "guard":"rate_limit","let_through":true}\
            """,
            """
            {"time":"2026-03-01T12:00:00.500Z","event":"rate_limited","request_id":"request-1",\
            "identity":"alice","bucket":"write"}\
            """,
            """
            {"time":"2026-03-01T12:00:00.500Z","event":"revocation","request_id":"request-1",\
            "identity":"operator","principal_type":"lesser_token","what":"identity",\
            "owner":"alice","outcome":"revoked"}\
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\nb",
        "a\r\n{\"event\":\"tool_call\"}",
        "\",\"outcome\":\"ok",
        "a\\",
        "\u001b[2J",
        "\0",
        "a\u2028b",
        "a\u2029b",
        "a\u0085b",
        "a\u009b31m",
        "\u202eecila",
        "é😀",
        "\u007f"
      })
  void letsNoFieldLeaveItsPlace(String hostile) throws JsonSyntaxException {
    JsonNode line = recorded(call(hostile, hostile));

    assertThat(lines.getFirst()).matches("[\\x20-\\x7e]+");
    assertThat(line.path("identity").textValue()).isEqualTo(hostile);
    assertThat(line.path("client_name").textValue()).isEqualTo(hostile);
    assertThat(line.path("outcome").textValue()).isEqualTo("ok");
    assertThat(line.properties().stream().map(Map.Entry::getKey))
        .containsExactly(
            "time",
            "event",
            "request_id",
            "identity",
            "principal_type",
            "tool",
            "scope_needed",
            "outcome",
            "duration_ms",
            "protocol_version",
            "client_name",
            "function",
            "_aws",
            "calls",
            "cold_starts",
            "env",
            "seq",
            "prev");
  }

  @Test
  void cutsTheNameOfAClient() throws JsonSyntaxException {
    JsonNode line = recorded(call("alice", "x".repeat(65)));

    assertThat(line.path("client_name").textValue()).isEqualTo("x".repeat(64));
  }

  @Test
  void keepsTheNameOfAClientThatJustFits() throws JsonSyntaxException {
    JsonNode line = recorded(call("alice", "x".repeat(64)));

    assertThat(line.path("client_name").textValue()).isEqualTo("x".repeat(64));
  }

  @Test
  void cutsWhateverIsLongerThanAnyHonestText() throws JsonSyntaxException {
    JsonNode line = recorded(call("x".repeat(LogText.MAX + 1), "inspector"));

    assertThat(line.path("identity").textValue()).isEqualTo("x".repeat(LogText.MAX));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\ud800", "a\udc00"})
  void writesNoHalfOfACharacter(String half) throws JsonSyntaxException {
    JsonNode line = recorded(call(half, "inspector"));

    assertThat(line.path("identity").textValue()).isEqualTo("a?");
  }
}
