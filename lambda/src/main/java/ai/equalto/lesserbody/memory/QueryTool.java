package ai.equalto.lesserbody.memory;

import ai.equalto.lesserbody.auth.Principal;
import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.call.CallContext;
import ai.equalto.lesserbody.schema.InvalidInputException;
import ai.equalto.lesserbody.tool.Tool;
import ai.equalto.lesserbody.tool.ToolAnnotations;
import ai.equalto.lesserbody.tool.ToolResult;
import java.util.List;
import java.util.Optional;

/** Finds events in the timeline of the caller. */
final class QueryTool {
  /**
   * How much text, in UTF-16 code units, a page holds unless a single event has more. An answer
   * holds the page twice, once within a JSON string, at up to 13 bytes a unit: 3.4 MB of the 6 MB
   * that a function may return.
   */
  static final int MAX_PAGE_TEXT = 262_144;

  private final MemoryStore store;
  private final MemoryCursor cursors;

  QueryTool(MemoryStore store, MemoryCursor cursors) {
    this.store = store;
    this.cursors = cursors;
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
    if (input.isOutsideOfTime()) {
      return ToolResult.of(new QueryOutput(List.of(), Optional.empty()));
    }
    Principal owner = context.principal();
    MemorySearch search = input.search(Optional.empty());
    if (input.cursor().isPresent()) {
      search = input.search(Optional.of(cursors.read(owner, search, input.cursor().get())));
    }
    try {
      return ToolResult.of(output(owner, search, cut(store.find(owner, search))));
    } catch (MemoryUnavailableException e) {
      return Failures.of(e, "");
    }
  }

  private QueryOutput output(Principal owner, MemorySearch search, MemoryPage page) {
    return new QueryOutput(
        page.events(), page.continueAfter().map(after -> cursors.write(owner, search, after)));
  }

  private static MemoryPage cut(MemoryPage page) {
    List<MemoryEvent> events = page.events();
    int text = 0;
    for (int i = 0; i < events.size(); i++) {
      text += size(events.get(i));
      if (i > 0 && text > MAX_PAGE_TEXT) {
        return new MemoryPage(events.subList(0, i), EventId.parse(events.get(i - 1).eventId()));
      }
    }
    return page;
  }

  private static int size(MemoryEvent event) {
    return event.content().length() + event.tags().stream().mapToInt(String::length).sum();
  }
}
