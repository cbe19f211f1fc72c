package ai.equalto.lesserbody.memory;

import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.call.CallContext;
import ai.equalto.lesserbody.schema.InvalidInputException;
import ai.equalto.lesserbody.tool.Tool;
import ai.equalto.lesserbody.tool.ToolAnnotations;
import ai.equalto.lesserbody.tool.ToolResult;

/** Finds events in the timeline of the caller. */
final class QueryTool {
  private final Recall recall;

  QueryTool(Recall recall) {
    this.recall = recall;
  }

  Tool<QueryInput, QueryOutput> tool() {
    return Tool.of(
        "memory_query",
        "Recall",
        "Finds events in your memory by time and text, newest first unless asked otherwise. If"
            + " the answer has a next_cursor there is more: call again with it.",
        Scope.READ,
        ToolAnnotations.READS,
        QueryInput.class,
        QueryOutput.class,
        this::query);
  }

  private ToolResult<QueryOutput> query(QueryInput input, CallContext context)
      throws InvalidInputException {
    try {
      return ToolResult.of(recall.find(context.principal(), input));
    } catch (MemoryUnavailableException e) {
      return ToolResult.failure(Failures.words(e));
    }
  }
}
