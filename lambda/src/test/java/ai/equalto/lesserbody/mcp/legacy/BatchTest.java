package ai.equalto.lesserbody.mcp.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.audit.AuditLog;
import ai.equalto.lesserbody.auth.ProtectedResource;
import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.auth.TestPrincipals;
import ai.equalto.lesserbody.auth.TestSecrets;
import ai.equalto.lesserbody.call.CallRunner;
import ai.equalto.lesserbody.call.Notifications;
import ai.equalto.lesserbody.call.Shelf;
import ai.equalto.lesserbody.call.TimeLimit;
import ai.equalto.lesserbody.echo.EchoTool;
import ai.equalto.lesserbody.http.TestRequests;
import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.JsonSyntaxException;
import ai.equalto.lesserbody.mcp.Caller;
import ai.equalto.lesserbody.mcp.Methods;
import ai.equalto.lesserbody.mcp.Revision;
import ai.equalto.lesserbody.prompt.PromptRegistry;
import ai.equalto.lesserbody.resource.ResourceRegistry;
import ai.equalto.lesserbody.tool.Confirmation;
import ai.equalto.lesserbody.tool.ToolRegistry;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BatchTest {
  private final List<String> audit = new ArrayList<>();

  /** A clock that goes on by a second each time that it is read. */
  private static final class Ticking extends Clock {
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");

    @Override
    public Instant instant() {
      now = now.plusSeconds(1);
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @Test
  void answersEveryCallWhileThereIsRoomAndTime() throws JsonSyntaxException {
    JsonNode replies = answer(Clock.systemUTC(), echoes(50, "x"));

    assertThat(replies).hasSize(50).allMatch(reply -> reply.has("result"));
  }

  @Test
  void makesNoCallBehindAnAnswerThatIsTooLarge() throws JsonSyntaxException {
    JsonNode replies = answer(Clock.systemUTC(), echoes(50, "x".repeat(60_000)));

    long made = audit.stream().filter(line -> line.contains("\"outcome\":\"ok\"")).count();
    assertThat(audit).hasSize(50);
    assertThat(made).isBetween(8L, 12L);
    assertThat(replies).hasSize(50);
    assertThat(replies.findValuesAsText("message"))
        .filteredOn(text -> text.startsWith("Not done"))
        .hasSize((int) (50 - made));
  }

  @Test
  void makesNoCallAfterItsTime() throws JsonSyntaxException {
    JsonNode replies = answer(new Ticking(), echoes(50, "x"));

    assertThat(audit).hasSize(50);
    assertThat(audit.stream().filter(line -> line.contains("\"outcome\":\"ok\"")).count())
        .isEqualTo(Batch.MAX_TIME.toSeconds());
    assertThat(replies.get(49).at("/error/code").intValue()).isEqualTo(-32603);
    assertThat(replies.get(49).get("id").intValue()).isEqualTo(49);
  }

  private JsonNode answer(Clock clock, ArrayNode messages) throws JsonSyntaxException {
    Clock real = Clock.systemUTC();
    CallRunner runner = new CallRunner(new TimeLimit(real), new AuditLog(audit::add, real), real);
    ResourceRegistry resources = new ResourceRegistry(List.of(), List.of(), runner);
    Methods methods =
        new Methods(
            new ToolRegistry(
                List.of(Shelf.of(List.of(EchoTool.create()))), Confirmation.NONE, runner),
            resources,
            new PromptRegistry(List.of(), runner),
            new ProtectedResource(Optional.empty(), Optional.empty(), List.of(), Optional.empty()));
    Caller caller =
        new Caller(
            TestRequests.of("POST", "/mcp"),
            TestPrincipals.of("alice", Scope.READ),
            Revision.V2025_03_26,
            Optional.empty(),
            Set.of(),
            Notifications.unwanted());
    Sessions sessions = new SealedSessions(TestSecrets.none(), Duration.ofMinutes(1), real);
    LegacyMethods legacy = new LegacyMethods(methods, resources, sessions);
    String body = new Batch(legacy, clock).answer(caller, messages).body();
    return Json.read(body.getBytes(StandardCharsets.UTF_8));
  }

  private static ArrayNode echoes(int count, String message) {
    ArrayNode messages = Json.array();
    for (int id = 0; id < count; id++) {
      messages
          .addObject()
          .put("jsonrpc", "2.0")
          .put("id", id)
          .put("method", "tools/call")
          .putObject("params")
          .put("name", "echo")
          .putObject("arguments")
          .put("message", message);
    }
    return messages;
  }
}
