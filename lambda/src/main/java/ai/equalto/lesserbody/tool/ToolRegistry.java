package ai.equalto.lesserbody.tool;

import ai.equalto.lesserbody.audit.AuditEvent;
import ai.equalto.lesserbody.audit.AuditEvent.Outcome;
import ai.equalto.lesserbody.audit.AuditLog;
import ai.equalto.lesserbody.auth.Principal;
import ai.equalto.lesserbody.auth.Refusal;
import ai.equalto.lesserbody.schema.InvalidInputException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All tools of this server. Every call passes here, and leaves exactly one line in the audit,
 * whatever becomes of it. Built once, then only read.
 */
public final class ToolRegistry {
  private final SortedMap<String, RegisteredTool> tools;
  private final AuditLog audit;
  private final Clock clock;

  /**
   * @throws IllegalArgumentException if two tools have the same name
   */
  public ToolRegistry(List<Tool<?, ?>> tools, AuditLog audit, Clock clock) {
    SortedMap<String, RegisteredTool> byName = new TreeMap<>();
    for (Tool<?, ?> tool : tools) {
      if (byName.put(tool.name(), new RegisteredTool(tool)) != null) {
        throw new IllegalArgumentException("two tools are called " + tool.name());
      }
    }
    this.tools = Collections.unmodifiableSortedMap(byName);
    this.audit = audit;
    this.clock = clock;
  }

  /** All tools, in the order of their names. */
  public Collection<RegisteredTool> all() {
    return tools.values();
  }

  /** The tools that this caller may run, in the order of their names. */
  public List<RegisteredTool> visibleTo(Principal principal) {
    return tools.values().stream()
        .filter(registered -> principal.may(registered.tool().scope()))
        .toList();
  }

  /**
   * Checks scope and input, runs the tool, and records how it ended.
   *
   * @throws RuntimeException whatever a broken tool throws, after it was recorded
   */
  public ToolOutcome call(ToolCall call) {
    long start = clock.millis();
    Outcome recorded = Outcome.ERROR;
    try {
      ToolOutcome outcome = run(call);
      recorded = recorded(outcome);
      return outcome;
    } finally {
      record(call, recorded, Math.max(0, clock.millis() - start));
    }
  }

  /** Records as an error a call that is not made, because the request around it forbids it. */
  public void skip(ToolCall call) {
    record(call, Outcome.ERROR, 0);
  }

  private void record(ToolCall call, Outcome outcome, long durationMillis) {
    Optional<Tool<?, ?>> tool =
        Optional.ofNullable(tools.get(call.tool())).map(RegisteredTool::tool);
    audit.record(
        new AuditEvent.ToolCall(
            call.requestId(),
            call.principal().identity(),
            call.principal().type().name(),
            tool.map(Tool::name),
            tool.map(known -> known.scope().token()),
            outcome,
            durationMillis,
            call.protocolVersion(),
            call.clientName()));
  }

  private ToolOutcome run(ToolCall call) {
    RegisteredTool registered = tools.get(call.tool());
    if (registered == null) {
      return new ToolOutcome.UnknownTool();
    }
    if (!call.principal().may(registered.tool().scope())) {
      return new ToolOutcome.Denied(new Refusal.InsufficientScope(registered.tool().scope()));
    }
    if (!(call.arguments() instanceof ObjectNode arguments)) {
      return new ToolOutcome.MalformedArguments();
    }
    try {
      return registered.invoke(arguments, new CallContext(call.principal(), call.requestId()));
    } catch (InvalidInputException e) {
      return new ToolOutcome.InvalidInput(e.getMessage());
    }
  }

  private static Outcome recorded(ToolOutcome outcome) {
    return switch (outcome) {
      case ToolOutcome.Success success -> Outcome.OK;
      case ToolOutcome.Failure failure -> Outcome.TOOL_ERROR;
      case ToolOutcome.InvalidInput invalid -> Outcome.INVALID_INPUT;
      case ToolOutcome.MalformedArguments malformed -> Outcome.INVALID_INPUT;
      case ToolOutcome.UnknownTool unknown -> Outcome.UNKNOWN_TOOL;
      case ToolOutcome.Denied denied -> Outcome.DENIED;
    };
  }
}
