package ai.equalto.lesserbody.tool;

import ai.equalto.lesserbody.auth.Refusal;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** How a call ended, for the protocol to put on the wire. */
public sealed interface ToolOutcome {
  /** The tool did its work; the output fits the tool's output schema. */
  record Success(ObjectNode structuredContent) implements ToolOutcome {}

  /** The tool ran and could not do its work. */
  record Failure(String message) implements ToolOutcome {}

  /** The arguments do not fit, and the tool did not run. */
  record InvalidInput(String message) implements ToolOutcome {}

  /** What was sent as arguments is no object, so there is nothing to correct in it. */
  record MalformedArguments() implements ToolOutcome {}

  /** There is no such tool. */
  record UnknownTool() implements ToolOutcome {}

  /** The caller may not run this tool. */
  record Denied(Refusal.InsufficientScope refusal) implements ToolOutcome {}
}
