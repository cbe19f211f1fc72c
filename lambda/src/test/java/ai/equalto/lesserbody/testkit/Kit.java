package ai.equalto.lesserbody.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.audit.AuditLog;
import ai.equalto.lesserbody.auth.Principal;
import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.auth.TestPrincipals;
import ai.equalto.lesserbody.auth.TestTokens;
import ai.equalto.lesserbody.call.CallOutcome;
import ai.equalto.lesserbody.call.CallRunner;
import ai.equalto.lesserbody.call.Capability;
import ai.equalto.lesserbody.call.Invocation;
import ai.equalto.lesserbody.call.Shelf;
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
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Calls tools, resources and prompts in one line, as a caller with these scopes, through the same
 * registries as in the function: with scope check, validation, time limit and audit. Immutable.
 *
 * <pre>{@code
 * Kit.of(GREET).as("alice", Scope.READ).call("greet", "{'name':'Ada'}").gives("{'text':'Hello!'}")
 * }</pre>
 */
public final class Kit {
  private final Pack pack;
  private final Confirmation confirmation;
  private final Clock clock;
  private final TestClient client;

  private Kit(Pack pack, Confirmation confirmation, Clock clock, TestClient client) {
    this.pack = pack;
    this.confirmation = confirmation;
    this.clock = clock;
    this.client = client;
  }

  /** A kit for a pack; its caller has no scope yet, and its client can be asked nothing. */
  public static Kit of(Pack pack) {
    TestClient client =
        new TestClient(
            TestPrincipals.of("nobody"), Set.of(), Map.of(), TestClient.PATIENCE_OF_GATEWAY);
    return new Kit(pack, Confirmation.NONE, TestTokens.CLOCK, client);
  }

  /** A kit for some tools; its caller has no scope yet, and its client can be asked nothing. */
  public static Kit of(Tool<?, ?>... tools) {
    return of(Pack.of("kit", "").withTools(tools));
  }

  private Kit with(TestClient other) {
    return new Kit(pack, confirmation, clock, other);
  }

  /** The same, called by this one. */
  public Kit as(String identity, Scope... scopes) {
    return as(TestPrincipals.of(identity, scopes));
  }

  /** The same, called by this one. */
  public Kit as(Principal caller) {
    return with(client.as(caller));
  }

  /** The same, at another time. */
  public Kit at(Clock time) {
    return new Kit(pack, confirmation, time, client);
  }

  /** The same, with no more time than this for a call. */
  public Kit within(Duration patience) {
    return with(client.within(patience));
  }

  /** The same, with tools that a person has to confirm, by the question {@code confirm_NAME}. */
  public Kit confirming(String... tools) {
    return confirming(new Confirmation(Set.of(tools), false));
  }

  /** The same, with tools that a person has to confirm. */
  public Kit confirming(Confirmation tools) {
    return new Kit(pack, tools, clock, client);
  }

  /** The same, with a client that can be asked such questions as well. */
  public Kit asking(Capability... more) {
    return with(client.asking(more));
  }

  /**
   * The same, with what the client answers when it is asked the question of that key, and can be
   * asked such questions. It answers each once.
   *
   * @param response JSON, whose quotes may be single ones
   */
  public Kit answering(String key, String response) {
    return with(client.answering(key, json(response)));
  }

  /**
   * The same, with a client that can show forms, and a person who fills in this one.
   *
   * @param content JSON, whose quotes may be single ones
   */
  public Kit accepting(String key, String content) {
    JsonNode response = Json.object().put("action", "accept").set("content", json(content));
    return with(client.asking(Capability.FORM).answering(key, response));
  }

  /** The same, with a client that can show forms, and a person who says no to this one. */
  public Kit declining(String key) {
    return asking(Capability.FORM).answering(key, "{'action':'decline'}");
  }

  /** Runs a tool on JSON, whose quotes may be single ones. */
  public Called<ToolOutput> call(String tool, String arguments) {
    return run((runner, invocation) ->
        new ToolRegistry(List.of(Shelf.of(pack.tools())), confirmation, runner)
            .call(tool, json(arguments), invocation));
  }

  /** Reads a resource. */
  public Called<ResourceOutput> read(String uri) {
    return run((runner, invocation) -> resources(runner).read(uri, invocation));
  }

  /** Fills a prompt with JSON, whose quotes may be single ones. */
  public Called<List<Message>> get(String prompt, String arguments) {
    return run((runner, invocation) -> prompts(runner).get(prompt, json(arguments), invocation));
  }

  /** What is suggested for an argument of a prompt, or for a variable of a template. */
  public Called<List<String>> complete(String promptOrTemplate, String argument, String typed) {
    return run((runner, invocation) -> {
      PromptRegistry prompts = prompts(runner);
      return prompts.find(promptOrTemplate).isPresent()
          ? prompts.complete(promptOrTemplate, argument, typed, Map.of(), invocation)
          : resources(runner).complete(promptOrTemplate, argument, typed, Map.of(), invocation);
    });
  }

  private ResourceRegistry resources(CallRunner runner) {
    return new ResourceRegistry(
        List.of(Shelf.of(pack.resources())), List.of(Shelf.of(pack.templates())), runner);
  }

  private PromptRegistry prompts(CallRunner runner) {
    return new PromptRegistry(List.of(Shelf.of(pack.prompts())), runner);
  }

  /**
   * Fails if the pack breaks a rule that would be noticed only when somebody uses what is in it;
   * see {@link PackRules}.
   */
  public void verify() {
    assertThat(PackRules.broken(pack)).as("rules that the pack %s breaks", pack.name()).isEmpty();
  }

  @FunctionalInterface
  private interface Call<T> {
    CallOutcome<T> make(CallRunner runner, Invocation invocation);
  }

  private <T> Called<T> run(Call<T> call) {
    List<String> audit = new CopyOnWriteArrayList<>();
    CallRunner runner =
        new CallRunner(new TimeLimit(clock), new AuditLog(audit::add, clock), clock);
    TestClient.Answer<T> answer = client.make(clock, invocation -> call.make(runner, invocation));
    assertThat(audit).as("lines of the audit, one for each round").hasSize(answer.rounds());
    return new Called<>(answer.outcome(), answer.told(), audit.stream().map(Kit::json).toList());
  }

  static JsonNode json(String text) {
    try {
      String quoted = text.startsWith("{'") ? text.replace('\'', '"') : text;
      return Json.read(quoted.getBytes(StandardCharsets.UTF_8));
    } catch (JsonSyntaxException e) {
      throw new AssertionError("not JSON: " + text, e);
    }
  }
}
