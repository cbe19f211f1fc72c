package ai.equalto.lesserbody.testkit;

import ai.equalto.lesserbody.audit.AuditLog;
import ai.equalto.lesserbody.auth.Principal;
import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.auth.TestPrincipals;
import ai.equalto.lesserbody.auth.TestTokens;
import ai.equalto.lesserbody.call.CallOutcome;
import ai.equalto.lesserbody.call.CallRunner;
import ai.equalto.lesserbody.call.Capability;
import ai.equalto.lesserbody.call.Conversation;
import ai.equalto.lesserbody.call.Invocation;
import ai.equalto.lesserbody.call.LogLevel;
import ai.equalto.lesserbody.call.Notifications;
import ai.equalto.lesserbody.call.TimeLimit;
import ai.equalto.lesserbody.content.Message;
import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.JsonSyntaxException;
import ai.equalto.lesserbody.pack.Pack;
import ai.equalto.lesserbody.prompt.PromptRegistry;
import ai.equalto.lesserbody.resource.ResourceOutput;
import ai.equalto.lesserbody.resource.ResourceRegistry;
import ai.equalto.lesserbody.tool.Confirmation;
import ai.equalto.lesserbody.tool.Tool;
import ai.equalto.lesserbody.tool.ToolOutput;
import ai.equalto.lesserbody.tool.ToolRegistry;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Calls tools, resources and prompts in one line, as a caller with these scopes, through the same
 * registries as in the function: with scope check, validation, time limit and audit.
 *
 * <pre>{@code
 * Kit.of(GreetTool.create()).as("alice", Scope.READ).call("greet", "{'name':'Bob'}").structure()
 * }</pre>
 */
public final class Kit {
  private static final Principal NOBODY = TestPrincipals.of("nobody");

  private final Pack pack;
  private final Confirmation confirmation;
  private final Clock clock;
  private final Principal principal;
  private final Set<Capability> capabilities;
  private final ObjectNode answers;

  private Kit(
      Pack pack,
      Confirmation confirmation,
      Clock clock,
      Principal principal,
      Set<Capability> capabilities,
      ObjectNode answers) {
    this.pack = pack;
    this.confirmation = confirmation;
    this.clock = clock;
    this.principal = principal;
    this.capabilities = capabilities;
    this.answers = answers;
  }

  /** A kit for a pack; its caller has no scope yet. */
  public static Kit of(Pack pack) {
    return new Kit(pack, Confirmation.NONE, TestTokens.CLOCK, NOBODY, Set.of(), Json.object());
  }

  /** A kit for some tools; its caller has no scope yet. */
  public static Kit of(Tool<?, ?>... tools) {
    return of(Pack.of("kit", "").withTools(tools));
  }

  /** The same, called by this one. */
  public Kit as(String identity, Scope... scopes) {
    return as(TestPrincipals.of(identity, scopes));
  }

  /** The same, called by this one. */
  public Kit as(Principal caller) {
    return new Kit(pack, confirmation, clock, caller, capabilities, answers);
  }

  /** The same, at another time. */
  public Kit at(Clock time) {
    return new Kit(pack, confirmation, time, principal, capabilities, answers);
  }

  /** The same, with tools that a person has to confirm. */
  public Kit confirming(Confirmation tools) {
    return new Kit(pack, tools, clock, principal, capabilities, answers);
  }

  /** The same, with a client that can be asked such questions. */
  public Kit asking(Capability... declared) {
    return new Kit(
        pack, confirmation, clock, principal, EnumSet.of(declared[0], declared), answers);
  }

  /** The same, with what the client answers to the question of that key, as if it was asked. */
  public Kit answering(String key, String response) {
    ObjectNode more = answers.deepCopy();
    more.set(key, json(response));
    return new Kit(pack, confirmation, clock, principal, capabilities, more);
  }

  /** Runs a tool on JSON, whose quotes may be single ones. */
  public Called<ToolOutput> call(String tool, String arguments) {
    return run((runner, invocation) ->
        new ToolRegistry(pack.tools(), confirmation, runner)
            .call(tool, json(arguments), invocation));
  }

  /** Reads a resource. */
  public Called<ResourceOutput> read(String uri) {
    return run((runner, invocation) ->
        new ResourceRegistry(pack.resources(), pack.templates(), runner).read(uri, invocation));
  }

  /** Fills a prompt with JSON, whose quotes may be single ones. */
  public Called<List<Message>> get(String prompt, String arguments) {
    return run((runner, invocation) ->
        new PromptRegistry(pack.prompts(), runner).get(prompt, json(arguments), invocation));
  }

  @FunctionalInterface
  private interface Call<T> {
    CallOutcome<T> make(CallRunner runner, Invocation invocation);
  }

  private <T> Called<T> run(Call<T> call) {
    List<String> audit = new CopyOnWriteArrayList<>();
    Notifications notifications =
        Notifications.wanted(
            Optional.of(JsonNodeFactory.instance.textNode("kit")), Optional.of(LogLevel.DEBUG));
    Invocation invocation =
        new Invocation(
            principal,
            "request-1",
            "2026-07-28",
            Optional.of("kit"),
            clock.instant().plus(Duration.ofSeconds(20)),
            new Conversation(capabilities, answers, question -> true, Json.object(), Json.object()),
            notifications);
    CallRunner runner =
        new CallRunner(new TimeLimit(clock), new AuditLog(audit::add, clock), clock);
    CallOutcome<T> outcome = call.make(runner, invocation);
    if (audit.size() != 1) {
      throw new AssertionError("a call leaves one line in the audit, not " + audit);
    }
    return new Called<>(outcome, notifications.close(), json(audit.getFirst()));
  }

  private static JsonNode json(String text) {
    try {
      String quoted = text.startsWith("{'") ? text.replace('\'', '"') : text;
      return Json.read(quoted.getBytes(StandardCharsets.UTF_8));
    } catch (JsonSyntaxException e) {
      throw new AssertionError("not JSON: " + text, e);
    }
  }
}
