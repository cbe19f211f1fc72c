package ai.equalto.lesserbody.local.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.equalto.lesserbody.audit.AuditEvent;
import ai.equalto.lesserbody.audit.AuditLog;
import ai.equalto.lesserbody.jsonrpc.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines as the function logs them, in the forms of exports, whole and tampered with. */
class AuditExportTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final List<String> lines = audited("alice");
  private final AuditExport export = new AuditExport();

  /** Six records of one environment, of calls and of refusals. */
  private static List<String> audited(String identity) {
    List<String> lines = new ArrayList<>();
    AuditLog audit = new AuditLog(lines::add, Clock.fixed(NOW, ZoneOffset.UTC));
    for (String hostile : List.of("a\n\"\\", "\u202e{\"time\":\"", "\u001b[2J")) {
      audit.record(
          new AuditEvent.Call(
              AuditEvent.Kind.TOOL_CALL,
              "request-1",
              identity,
              "lesser_token",
              Optional.of("echo"),
              Optional.of("read"),
              AuditEvent.Outcome.OK,
              1,
              "2026-07-28",
              Optional.of(hostile)));
      audit.record(
          new AuditEvent.AuthFailure(
              "request-1",
              "UNSUPPORTED",
              false,
              Optional.empty(),
              "192.0.2.1",
              Optional.of(hostile)));
    }
    return lines;
  }

  private boolean isIntact(String... files) throws IOException {
    for (String file : files) {
      read(file.getBytes(StandardCharsets.UTF_8));
    }
    return export.report(new PrintWriter(new StringWriter()));
  }

  private void read(byte[] file) throws IOException {
    export.read("x.log", new ByteArrayInputStream(file));
  }

  private String report() {
    StringWriter text = new StringWriter();
    export.report(new PrintWriter(text));
    return text.toString();
  }

  private String all() {
    return String.join("\n", lines);
  }

  private ArrayNode events() {
    ArrayNode events = Json.array();
    lines.forEach(line -> events.addObject().put("timestamp", 1).put("message", line + "\n"));
    return events;
  }

  static Stream<String> forms() {
    return Stream.of("lines", "tail", "export", "objects", "array", "events", "pretty", "insights");
  }

  private String in(String form) {
    return switch (form) {
      case "lines" -> all();
      case "tail" ->
          "2026-03-01T12:00:00.000000+00:00 2026/03/01/[$LATEST]0a1b "
              + all().replace("\n", "\n2026-03-01T12:00:00+00:00 2026/03/01/[$LATEST]0a1b ");
      case "export" -> "2026-03-01T12:00:00.000Z " + all().replace("\n", "\r\n2026-03-01Z ");
      case "objects" ->
          String.join("\n", events().valueStream().map(node -> node.toString()).toList());
      case "array" -> events().toString();
      case "events" -> Json.object().<ObjectNode>set("events", events()).toString();
      case "pretty" -> Json.object().<ObjectNode>set("events", events()).toPrettyString();
      case "insights" ->
          "{\"results\":"
              + events().toString().replace("\"message\":", "\"field\":\"@message\",\"value\":")
              + "}";
      default -> throw new AssertionError(form);
    };
  }

  @ParameterizedTest
  @MethodSource("forms")
  void provesAChainInEveryForm(String form) throws IOException {
    assertThat(isIntact(in(form))).as(in(form)).isTrue();
    assertThat(report()).contains("intact  environment ", ": 6 records, 2026-03-01T12:00:00Z");
  }

  @ParameterizedTest
  @MethodSource("forms")
  void noticesInEveryFormWhatIsMissing(String form) throws IOException {
    lines.remove(2);

    assertThat(isIntact(in(form))).isFalse();
    assertThat(report()).contains("BROKEN  environment ", "record 3 is missing before record 4");
  }

  @ParameterizedTest
  @MethodSource("forms")
  void noticesInEveryFormWhatWasChanged(String form) throws IOException {
    lines.set(2, lines.get(2).replace("alice", "alicf"));

    assertThat(isIntact(in(form))).isFalse();
    assertThat(report()).contains("is not what record 4 was written behind");
  }

  @Test
  void readsWhatIsPacked() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(in("export").getBytes(StandardCharsets.UTF_8));
    }
    read(packed.toByteArray());

    assertThat(isIntact()).isTrue();
    byte[] half = Arrays.copyOf(packed.toByteArray(), packed.size() / 2);
    assertThatThrownBy(() -> read(half)).isInstanceOf(EOFException.class);
  }

  @Test
  void provesInterleavedChainsOutOfOrderFromSeveralOverlappingFiles() throws IOException {
    List<String> mixed = new ArrayList<>(lines);
    mixed.addAll(audited("bob"));
    Collections.shuffle(mixed, new Random(7));

    assertThat(
            isIntact(
                String.join("\n", mixed.subList(0, 8)), String.join("\n", mixed.subList(4, 12))))
        .isTrue();
    assertThat(report().lines().filter(line -> line.startsWith("intact"))).hasSize(2);
  }

  @Test
  void skipsAndCountsOtherLines() throws IOException {
    String others =
        """
        START RequestId: 1 Version: $LATEST

        {"time":"2026-03-01T12:00:00Z","event":"fault","level":"ERROR","request_id":"1"}
        {"time":"2026-03-01T12:00:00Z","env":"x","seq":0,"prev":""}
        {"time":"2026-03-01T12:00:00Z","env":"x","seq":1.5,"prev":""}
        {"time":"2026-03-01T12:00:00Z","env":1,"seq":1,"prev":""}
        {"time":"soon","env":"x","seq":1,"prev":""}
        {"time":"
        "an open quote
        {"message":"REPORT \\ud800 \\x"}
        """;

    assertThat(isIntact(others + all())).isTrue();
    assertThat(report()).contains("10 other lines skipped.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"outcome\":\"ok\"", "\"alice\"", "\"time\":\"2", "\"request-1\"", "\"read\""})
  void noticesAChangeOfAnyField(String field) throws IOException {
    assertThat(lines.getFirst()).contains(field);
    lines.set(0, lines.getFirst().replace(field, field.replaceFirst("[a-z12](?=\"?$)", "3")));

    assertThat(isIntact(all())).isFalse();
    assertThat(report()).contains("x.log:2: record 1 at x.log:1 is not what record 2 was");
  }

  @Test
  void noticesThatTheBeginningIsMissing() throws IOException {
    assertThat(isIntact(String.join("\n", lines.subList(2, 6)))).isFalse();
    assertThat(report())
        .contains("x.log:1: the chain does not begin at 1 but here, at 3: records 1 to 2 are");
  }

  @Test
  void noticesANewBeginning() throws IOException {
    List<String> rest = lines.subList(1, 6);
    rest.set(0, rest.getFirst().replace("\"seq\":2", "\"seq\":1"));

    assertThat(isIntact(String.join("\n", rest))).isFalse();
    assertThat(report()).contains("record 1 was changed");
  }

  @Test
  void noticesTwoRecordsOfOneNumber() throws IOException {
    lines.add(lines.get(3).replace("unsupported", "no_credentials"));

    assertThat(isIntact(all())).isFalse();
    assertThat(report()).contains("x.log:7: another record 4 than at x.log:4");
  }

  @Test
  void noticesARecordThatIsPutIn() throws IOException {
    lines.add(3, lines.get(2).replace("\"seq\":3", "\"seq\":7"));

    assertThat(isIntact(all())).isFalse();
  }

  @Test
  void saysThatTheEndCannotBeProved() throws IOException {
    lines.removeLast();

    assertThat(isIntact(all())).isTrue();
    assertThat(report()).contains("cut off at the end of a chain");
  }

  @Test
  void isEmptyWhereThereIsNoRecord() throws IOException {
    read("START\n".getBytes(StandardCharsets.UTF_8));

    assertThat(export.isEmpty()).isTrue();
  }

  @Test
  void printsNothingThatATerminalWouldObey() throws IOException {
    read(
        "{\"time\":\"2026-03-01T12:00:00Z\",\"env\":\"\\u001b[2J\",\"seq\":1,\"prev\":\"\"}"
            .getBytes(StandardCharsets.UTF_8));

    assertThat(report()).contains("environment ?[2J:").doesNotContain("\u001b");
  }
}
