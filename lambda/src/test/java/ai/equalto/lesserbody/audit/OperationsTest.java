package ai.equalto.lesserbody.audit;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.testkit.TestJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What watches the system looks for what the audit writes, and is explained where it says so. */
class OperationsTest {
  private static final String TEMPLATE = read("../template.yaml");
  private static final String GUIDE = read("../docs/operations.md");

  private static final List<AuditEvent> ONE_OF_EACH =
      List.of(
          call(AuditEvent.Kind.TOOL_CALL),
          call(AuditEvent.Kind.RESOURCE_READ),
          call(AuditEvent.Kind.PROMPT_GET),
          call(AuditEvent.Kind.COMPLETION),
          new AuditEvent.AuthFailure("r", "EXPIRED", false, Optional.empty(), "", Optional.empty()),
          new AuditEvent.SecretRotated("s", "v", Optional.empty(), Instant.EPOCH),
          new AuditEvent.SecretUnavailable("s", "REFUSED", true),
          new AuditEvent.RotationStep("s", "v", "createSecret", "DONE"),
          new AuditEvent.GuardFailed("r", AuditEvent.Guard.LOCKOUT, true),
          new AuditEvent.RateLimited("r", "alice", "read"),
          new AuditEvent.Revocation(
              "r",
              "alice",
              "lesser_token",
              Optional.empty(),
              Optional.empty(),
              AuditEvent.RevocationOutcome.REVOKED),
          new AuditEvent.IssuerUnreachable("r", "https://issuer.example", "TIMEOUT"),
          new AuditEvent.CanaryPassed(1, 2, 3));

  /** What the runtime says of an invocation that ended without an answer. */
  private static final Set<String> OF_LAMBDA = Set.of("record.status");

  private static final Set<String> WORDS =
      Set.of(
          "filter", "fields", "display", "stats", "sort", "limit", "by", "as", "in", "or", "and",
          "like", "not", "desc", "asc");

  private static AuditEvent call(AuditEvent.Kind kind) {
    return new AuditEvent.Call(
        kind,
        "r",
        "alice",
        "lesser_token",
        Optional.of("echo"),
        Optional.of("read"),
        AuditEvent.Outcome.OK,
        1,
        "2026-07-28",
        Optional.empty());
  }

  private static String read(String path) {
    try {
      return Files.readString(Path.of(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The line of each event, and that of a fault. */
  private static List<JsonNode> lines() {
    List<String> lines = new ArrayList<>();
    AuditLog audit = new AuditLog(lines::add, Clock.systemUTC());
    ONE_OF_EACH.forEach(audit::record);
    new FaultLog(lines::add, Clock.systemUTC()).record("r", new IllegalStateException());
    return lines.stream().map(TestJson::json).toList();
  }

  private static Stream<String> found(String text, String pattern) {
    return Pattern.compile(pattern, Pattern.MULTILINE)
        .matcher(text)
        .results()
        .map((MatchResult match) -> match.group(1));
  }

  /** Resources of a type, each with its own text. */
  private static List<String> resources(String type) {
    return Arrays.stream(TEMPLATE.split("\n(?=  [A-Z][A-Za-z]*:\n)", -1))
        .filter(resource -> resource.contains("    Type: " + type + "\n"))
        .toList();
  }

  private static String name(String resource) {
    return resource.strip().split(":", 2)[0];
  }

  /** The queries that are saved, shown on the dashboard and written in the guide. */
  private static List<String> queries() {
    return Stream.of(
            resources("AWS::Logs::QueryDefinition").stream()
                .map(query -> query.substring(query.indexOf("QueryString: |") + 14)),
            found(dashboard(), "\"query\": \"(.*)\"}").map(query -> query.replace("\\\"", "\"")),
            found(GUIDE, "(?s)```\n(filter .*?)```"))
        .flatMap(all -> all)
        .toList();
  }

  private static String dashboard() {
    String dashboard = resources("AWS::CloudWatch::Dashboard").getFirst();
    return dashboard.substring(dashboard.indexOf("- |") + 3, dashboard.lastIndexOf("\n        - "));
  }

  @Test
  void oneOfEachEventIsLookedAt() {
    assertThat(ONE_OF_EACH.stream().map(Object::getClass).distinct())
        .containsExactlyInAnyOrder(AuditEvent.class.getPermittedSubclasses());
  }

  @Test
  void alarmsAndDashboardNameMetricsThatTheAuditHas() {
    List<String> named =
        Stream.of(
                found(TEMPLATE, "Namespace: LesserBody, MetricName: (\\w+)"),
                found(TEMPLATE, "Namespace: LesserBody\n *MetricName: (\\w+)"),
                found(TEMPLATE, "\"LesserBody\", \"(\\w+)\""),
                found(TEMPLATE, "MetricName=\\\\\"(\\w+)"))
            .flatMap(all -> all)
            .toList();

    assertThat(named)
        .contains("auth_failures", "errors", "canary_call_ms", "duration_ms")
        .isSubsetOf(Arrays.stream(Metric.values()).map(Metric::field).toList());
  }

  /** Both functions on the way of a request write the audit. */
  @Test
  void whatEitherFunctionRefusesIsCountedOfBoth() {
    for (String metric :
        List.of(
            "auth_failures", "denials", "guard_failures", "secret_failures", "issuer_failures")) {
      assertThat(TEMPLATE)
          .contains(of(metric, "McpFunction"))
          .contains(of(metric, "AuthorizerFunction"));
    }
  }

  private static String of(String metric, String function) {
    return "Namespace: LesserBody, MetricName: %s, Dimensions: [{Name: function, Value: !Ref %s}]"
        .formatted(metric, function);
  }

  @Test
  void queriesNameFieldsThatTheAuditHas() {
    Set<String> fields = new HashSet<>(OF_LAMBDA);
    lines().forEach(line -> line.fieldNames().forEachRemaining(fields::add));

    assertThat(queries())
        .hasSizeGreaterThan(8)
        .allSatisfy(query -> assertThat(fieldsOf(query)).as(query).isSubsetOf(fields));
  }

  /** Words that are neither quoted, nor part of the language, nor made up in the query itself. */
  private static Set<String> fieldsOf(String query) {
    String bare = query.replaceAll("\"[^\"]*\"|'[^']*'|/[^/]*/|@\\w+|SOURCE", " ");
    Set<String> made = found(bare, "\\bas (\\w+)").collect(Collectors.toSet());
    return found(bare, "(?<![\\w.])([a-z_][\\w.]*)(?!\\w|\\()")
        .filter(word -> !WORDS.contains(word) && !made.contains(word))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void queriesLookForEventsThatTheAuditWrites() {
    Set<String> events =
        lines().stream().map(line -> line.path("event").textValue()).collect(Collectors.toSet());

    assertThat(queries().stream().flatMap(OperationsTest::eventsOf).collect(Collectors.toSet()))
        .contains("tool_call", "auth_failure")
        .isSubsetOf(events);
  }

  private static Stream<String> eventsOf(String query) {
    return found(query, "event (?:= |in \\[)([^\\]|\n]*)")
        .flatMap(list -> found(list, "\"(\\w+)\""));
  }

  @Test
  void everyAlarmHasItsSectionAndEverySectionItsAlarm() {
    Set<String> alarms =
        resources("AWS::CloudWatch::Alarm").stream()
            .map(OperationsTest::name)
            .collect(Collectors.toSet());

    assertThat(alarms).hasSizeGreaterThan(10);
    assertThat(found(GUIDE, "^### (.*)$")).containsExactlyInAnyOrderElementsOf(alarms);
  }

  @Test
  void everyAlarmSaysWhereItIsExplainedAndWhatMissingDataMean() {
    assertThat(resources("AWS::CloudWatch::Alarm"))
        .allSatisfy(alarm ->
            assertThat(alarm)
                .contains("See docs/operations.md#" + name(alarm).toLowerCase(Locale.ROOT))
                .contains(
                    name(alarm).equals("CanaryDeadAlarm")
                        ? "TreatMissingData: breaching\n"
                        : "TreatMissingData: notBreaching\n")
                .contains("AlarmActions: !If [HasAlarmTopic, [!Ref AlarmTopicArn], "));
  }

  @Test
  void everySavedQueryIsInTheGuide() {
    List<String> names =
        resources("AWS::Logs::QueryDefinition").stream()
            .flatMap(query -> found(query, "Name: !Sub \"\\$\\{AWS::StackName}/(.*)\""))
            .toList();

    assertThat(names).hasSize(3);
    assertThat(found(GUIDE, "^\\| `([a-z-]+-[a-z-]+)` \\|")).containsExactlyElementsOf(names);
  }

  @Test
  void theDashboardIsJsonAndShowsNothingTwiceInOnePlace() {
    JsonNode widgets = TestJson.json(dashboard().replace('\'', '^')).path("widgets");

    assertThat(widgets).hasSizeGreaterThan(8);
    assertThat(widgets.valueStream().map(widget -> widget.path("x") + "," + widget.path("y")))
        .doesNotHaveDuplicates();
  }
}
