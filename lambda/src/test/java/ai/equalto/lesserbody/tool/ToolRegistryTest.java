package ai.equalto.lesserbody.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ai.equalto.lesserbody.audit.AuditLines;
import ai.equalto.lesserbody.audit.AuditLog;
import ai.equalto.lesserbody.auth.Principal;
import ai.equalto.lesserbody.auth.Refusal;
import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.auth.TestPrincipals;
import ai.equalto.lesserbody.auth.TestTokens;
import ai.equalto.lesserbody.call.CallContext;
import ai.equalto.lesserbody.call.CallOutcome;
import ai.equalto.lesserbody.call.CallRunner;
import ai.equalto.lesserbody.call.Conversation;
import ai.equalto.lesserbody.call.Invocation;
import ai.equalto.lesserbody.call.Notifications;
import ai.equalto.lesserbody.call.Shelf;
import ai.equalto.lesserbody.call.TimeLimit;
import ai.equalto.lesserbody.http.TestRequests;
import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.JsonSyntaxException;
import ai.equalto.lesserbody.schema.InvalidInputException;
import ai.equalto.lesserbody.tool.SampleTools.Input;
import ai.equalto.lesserbody.tool.SampleTools.Output;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToolRegistryTest {
  private static final Principal READER = TestPrincipals.of("alice", Scope.READ);

  private final List<String> audit = new ArrayList<>();
  private final List<Input> inputs = new ArrayList<>();
  private final ToolRegistry registry =
      registry(
          SampleTools.tool("work", Scope.READ, this::succeed),
          SampleTools.tool("fail", Scope.READ, (i, c) -> ToolResult.failure("Try later.")),
          SampleTools.tool("refuse", Scope.READ, (i, c) -> refuse()),
          SampleTools.tool("throw", Scope.READ, (i, c) -> crash()),
          SampleTools.tool("overflow", Scope.READ, (i, c) -> overflow()),
          SampleTools.tool("nothing", Scope.READ, (i, c) -> null),
          SampleTools.tool("guarded", Scope.WRITE, this::succeed));

  private ToolRegistry registry(Tool<?, ?>... tools) {
    return new ToolRegistry(
        List.of(Shelf.of(List.of(tools))),
        Confirmation.NONE,
        new CallRunner(
            new TimeLimit(TestTokens.CLOCK),
            new AuditLog(audit::add, TestTokens.CLOCK),
            TestTokens.CLOCK));
  }

  private ToolResult<Output> succeed(Input input, CallContext context) {
    inputs.add(input);
    return ToolResult.of(new Output(context.principal().identity() + " " + context.requestId()));
  }

  private static ToolResult<Output> refuse() throws InvalidInputException {
    throw new InvalidInputException("That will not do.");
  }

  private static ToolResult<Output> crash() {
    throw new IllegalStateException("a bug");
  }

  private static ToolResult<Output> overflow() {
    throw new StackOverflowError();
  }

  private static JsonNode json(String text) {
    try {
      return Json.read(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    } catch (JsonSyntaxException e) {
      throw new AssertionError(text, e);
    }
  }

  private CallOutcome<ToolOutput> call(String tool, String arguments) {
    return registry.call(
        tool,
        json(arguments),
        new Invocation(
            READER,
            "request-1",
            "2026-07-28",
            Optional.of("inspector"),
            TestRequests.DEADLINE,
            Conversation.begin(Set.of(), Json.object()),
            Notifications.unwanted()));
  }

  private CallOutcome<ToolOutput> call(String tool) {
    return call(tool, "{'text':'hello'}");
  }

  private void assertRecorded(String tool, String scope, String outcome) {
    assertThat(AuditLines.events(audit))
        .containsExactly(
            """
            {"time":"2026-03-01T12:00:00Z","event":"tool_call","request_id":"request-1",\
            "identity":"alice","principal_type":"lesser_token","tool":%s,"scope_needed":%s,\
            "outcome":"%s","duration_ms":0,"protocol_version":"2026-07-28",\
            "client_name":"inspector"}\
            """
                .formatted(tool, scope, outcome));
  }

  @Test
  void runsATool() {
    assertThat(call("work", "{'text':'hello','number':7}"))
        .isEqualTo(
            new CallOutcome.Done<>(
                new ToolOutput(
                    Optional.of(Json.object().put("text", "alice request-1")), List.of())));
    assertThat(inputs).containsExactly(new Input("hello", Optional.of(7)));
    assertRecorded("\"work\"", "\"read\"", "ok");
  }

  @Test
  void passesOnWhyAToolCouldNotDoItsWork() {
    assertThat(call("fail")).isEqualTo(new CallOutcome.Failed<>("Try later."));
    assertRecorded("\"fail\"", "\"read\"", "failed");
  }

  @Test
  void doesNotRunAToolOnArgumentsThatDoNotFit() {
    assertThat(call("work", "{'text':'too long'}"))
        .isEqualTo(
            new CallOutcome.InvalidInput<>(
                "Invalid arguments: text: must be at most 5 characters long."));
    assertThat(inputs).isEmpty();
    assertRecorded("\"work\"", "\"read\"", "invalid_input");
  }

  @Test
  void doesNotRunAToolWhoseInputRefusesItsValues() {
    assertThat(call("work", "{'text':'bad'}"))
        .isEqualTo(new CallOutcome.InvalidInput<>("Invalid arguments: text must not be bad"));
    assertThat(inputs).isEmpty();
    assertRecorded("\"work\"", "\"read\"", "invalid_input");
  }

  @Test
  void passesOnThatAToolRefusesItsInput() {
    assertThat(call("refuse")).isEqualTo(new CallOutcome.InvalidInput<>("That will not do."));
    assertRecorded("\"refuse\"", "\"read\"", "invalid_input");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "null", "1", "true", "'text'", "[{'text':'hello'}]"})
  void doesNotRunAToolOnArgumentsThatAreNoObject(String arguments) {
    assertThat(call("work", arguments)).isEqualTo(new CallOutcome.MalformedInput<>());
    assertThat(inputs).isEmpty();
    assertRecorded("\"work\"", "\"read\"", "invalid_input");
  }

  @Test
  void countsANullArgumentAsLeftOut() {
    assertThat(call("work", "{'text':'hello','number':null}")).isInstanceOf(CallOutcome.Done.class);
    assertThat(inputs).containsExactly(new Input("hello", Optional.empty()));
    assertThat(call("work", "{'text':null}"))
        .isEqualTo(
            new CallOutcome.InvalidInput<>(
                "Invalid arguments: required property 'text' not found."));
  }

  @Test
  void doesNotRunAToolForACallerWithoutItsScope() {
    assertThat(call("guarded"))
        .isEqualTo(new CallOutcome.Denied<>(new Refusal.InsufficientScope(Scope.WRITE)));
    assertThat(inputs).isEmpty();
    assertRecorded("\"guarded\"", "\"write\"", "denied");
  }

  @Test
  void deniesBeforeItLooksAtTheArguments() {
    assertThat(call("guarded", "[]")).isInstanceOf(CallOutcome.Denied.class);
    assertRecorded("\"guarded\"", "\"write\"", "denied");
  }

  @ParameterizedTest
  @ValueSource(strings = {"unknown", "", "WORK", "work ", "work\n{}"})
  void recordsAnUnknownToolWithoutItsName(String name) {
    assertThat(call(name)).isEqualTo(new CallOutcome.NotFound<>());
    assertRecorded("null", "null", "not_found");
  }

  @Test
  void recordsAToolThatThrowsOnce() {
    assertThatIllegalStateException().isThrownBy(() -> call("throw")).withMessage("a bug");
    assertRecorded("\"throw\"", "\"read\"", "error");
  }

  @Test
  void recordsAToolThatThrowsAnErrorOnce() {
    assertThatExceptionOfType(StackOverflowError.class).isThrownBy(() -> call("overflow"));
    assertRecorded("\"overflow\"", "\"read\"", "error");
  }

  @Test
  void recordsAToolThatReturnsNothingOnce() {
    assertThatExceptionOfType(NullPointerException.class).isThrownBy(() -> call("nothing"));
    assertRecorded("\"nothing\"", "\"read\"", "error");
  }

  @Test
  void neverRecordsAnArgument() {
    call("work", "{'text':'pw123'}");
    call("work", "{'text':'pw123','pw456':1}");
    call("pw789");

    assertThat(audit).hasSize(3).noneMatch(line -> line.contains("pw"));
  }

  @Test
  void refusesTwoToolsOfOneName() {
    Tool<?, ?> read = SampleTools.tool("same", Scope.READ, this::succeed);
    Tool<?, ?> write = SampleTools.tool("same", Scope.WRITE, this::succeed);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> registry(read, write))
        .withMessage("two tools are called same");
  }

  @Test
  void showsACallerWhatItMayRunInTheOrderOfNames() {
    assertThat(names(registry.visibleTo(READER).stream()))
        .containsExactly("fail", "nothing", "overflow", "refuse", "throw", "work");
    assertThat(names(registry.visibleTo(TestPrincipals.of("bob", Scope.ADMIN)).stream()))
        .containsExactly("fail", "guarded", "nothing", "overflow", "refuse", "throw", "work");
    assertThat(registry.visibleTo(TestPrincipals.of("eve"))).isEmpty();
    assertThat(registry.all()).hasSize(7);
  }

  private static Stream<String> names(Stream<Tool<?, ?>> tools) {
    return tools.map(Tool::name);
  }

  @Test
  void showsTheSchemasOfATool() {
    Tool<?, ?> work = registry.visibleTo(READER).getLast();

    assertThat(Json.write(work.input().schema())).contains("\"additionalProperties\":false");
    assertThat(Json.write(work.output().schema().orElseThrow()))
        .isEqualTo(
            """
            {"type":"object","properties":{"text":{"type":"string","description":"A text."}},\
            "required":["text"]}\
            """);
  }
}
