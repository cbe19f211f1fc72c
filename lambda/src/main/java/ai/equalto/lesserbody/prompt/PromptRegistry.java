package ai.equalto.lesserbody.prompt;

import ai.equalto.lesserbody.audit.AuditEvent;
import ai.equalto.lesserbody.auth.Principal;
import ai.equalto.lesserbody.call.CallContext;
import ai.equalto.lesserbody.call.CallOutcome;
import ai.equalto.lesserbody.call.CallRunner;
import ai.equalto.lesserbody.call.Catalog;
import ai.equalto.lesserbody.call.InputRequiredException;
import ai.equalto.lesserbody.call.Invocation;
import ai.equalto.lesserbody.call.Shelf;
import ai.equalto.lesserbody.content.Message;
import ai.equalto.lesserbody.schema.InvalidInputException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All prompts of this server, and the way to fill one. Built once, then only read. */
public final class PromptRegistry {
  private final Catalog<Prompt<?>> prompts;
  private final CallRunner runner;

  /**
   * Opens no shelf.
   *
   * @throws IllegalArgumentException if two prompts have the same name
   */
  public PromptRegistry(List<Shelf<Prompt<?>>> prompts, CallRunner runner) {
    this.prompts = new Catalog<>(prompts, "two prompts are called");
    this.runner = runner;
  }

  /** Whether there are no prompts here. */
  public boolean isEmpty() {
    return prompts.names().isEmpty();
  }

  /** The prompts that this caller may use, in the order of their names. */
  public List<Prompt<?>> visibleTo(Principal principal) {
    return prompts.visibleTo(principal);
  }

  /** The prompt of that name. */
  public Optional<Prompt<?>> find(String name) {
    return prompts.find(name);
  }

  /**
   * Fills a prompt.
   *
   * @param name the name as sent
   * @param arguments the arguments as sent
   * @throws RuntimeException whatever a broken prompt throws, after it was recorded
   */
  public CallOutcome<List<Message>> get(String name, JsonNode arguments, Invocation invocation) {
    Optional<Prompt<?>> prompt = find(name);
    return runner.run(
        AuditEvent.Kind.PROMPT_GET,
        prompt,
        invocation,
        call -> fill(prompt.orElseThrow(), arguments, call));
  }

  private static <I> CallOutcome<List<Message>> fill(
      Prompt<I> prompt, JsonNode arguments, CallContext call)
      throws InvalidInputException, InputRequiredException {
    if (!(arguments instanceof ObjectNode given)) {
      return new CallOutcome.MalformedInput<>();
    }
    switch (prompt.handler().fill(prompt.arguments().read(given), call)) {
      case PromptResult.Success(var messages) -> {
        return new CallOutcome.Done<>(messages);
      }
      case PromptResult.Failure(String message) -> {
        return new CallOutcome.Failed<>(message);
      }
    }
  }

  /** Records as an error a call that is not made, because the request around it forbids it. */
  public void skip(String name, Invocation invocation) {
    runner.skip(AuditEvent.Kind.PROMPT_GET, find(name), invocation);
  }

  /** Suggests values for an argument of a prompt. */
  public CallOutcome<List<String>> complete(
      String name,
      String argument,
      String typed,
      Map<String, String> settled,
      Invocation invocation) {
    Optional<Prompt<?>> prompt = find(name);
    return runner.run(
        AuditEvent.Kind.COMPLETION,
        prompt,
        invocation,
        call ->
            new CallOutcome.Done<>(
                prompt.orElseThrow().completions().suggest(argument, typed, settled, call)));
  }
}
