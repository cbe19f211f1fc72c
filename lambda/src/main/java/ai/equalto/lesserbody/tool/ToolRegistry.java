package ai.equalto.lesserbody.tool;

import ai.equalto.lesserbody.audit.AuditEvent;
import ai.equalto.lesserbody.auth.Principal;
import ai.equalto.lesserbody.auth.Refusal;
import ai.equalto.lesserbody.call.CallContext;
import ai.equalto.lesserbody.call.CallOutcome;
import ai.equalto.lesserbody.call.CallRunner;
import ai.equalto.lesserbody.call.Catalog;
import ai.equalto.lesserbody.call.InputRequiredException;
import ai.equalto.lesserbody.call.Invocation;
import ai.equalto.lesserbody.call.Shelf;
import ai.equalto.lesserbody.schema.InvalidInputException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All tools of this server, and the way to run one. Built once, then only read. */
public final class ToolRegistry {
  private final Catalog<Tool<?, ?>> tools;
  private final Confirmation confirmation;
  private final CallRunner runner;

  /**
   * Opens no shelf.
   *
   * @throws IllegalArgumentException if two tools have the same name, or one is to be confirmed
   *     that does not exist
   */
  public ToolRegistry(List<Shelf<Tool<?, ?>>> tools, Confirmation confirmation, CallRunner runner) {
    this.tools = new Catalog<>(tools, "two tools are called");
    confirmation.requireKnown(this.tools.names());
    this.confirmation = confirmation;
    this.runner = runner;
  }

  /** The names of all tools. */
  public Set<String> names() {
    return tools.names();
  }

  /** All tools, in the order of their names. */
  public List<Tool<?, ?>> all() {
    return tools.all();
  }

  /** The tools that this caller may run, in the order of their names. */
  public List<Tool<?, ?>> visibleTo(Principal principal) {
    return tools.visibleTo(principal);
  }

  /** The tool of that name. */
  public Optional<Tool<?, ?>> find(String name) {
    return tools.find(name);
  }

  /**
   * Checks scope and input, has the call confirmed where that is wanted, and runs the tool.
   *
   * @param name the name as sent
   * @param arguments the arguments as sent
   * @throws RuntimeException whatever a broken tool throws, after it was recorded
   */
  public CallOutcome<ToolOutput> call(String name, JsonNode arguments, Invocation invocation) {
    Optional<Tool<?, ?>> tool = find(name);
    return runner.run(
        AuditEvent.Kind.TOOL_CALL,
        tool,
        invocation,
        call -> run(tool.orElseThrow(), arguments, call));
  }

  /** Refuses a call whose caller lacks the scope of the tool, and records it as such. */
  public Optional<Refusal.InsufficientScope> refusal(String name, Invocation invocation) {
    return runner.refusal(AuditEvent.Kind.TOOL_CALL, find(name), invocation);
  }

  /** Records as an error a call that is not made, because the request around it forbids it. */
  public void skip(String name, Invocation invocation) {
    runner.skip(AuditEvent.Kind.TOOL_CALL, find(name), invocation);
  }

  private <I, O> CallOutcome<ToolOutput> run(Tool<I, O> tool, JsonNode arguments, CallContext call)
      throws InvalidInputException, InputRequiredException {
    if (!(arguments instanceof ObjectNode given)) {
      return new CallOutcome.MalformedInput<>();
    }
    I input = tool.input().read(given);
    Optional<String> refusal = confirmation.refusal(tool, given, call);
    if (refusal.isPresent()) {
      return new CallOutcome.Declined<>(refusal.get());
    }
    return tool.handler().handle(input, call).outcome(tool.output());
  }
}
