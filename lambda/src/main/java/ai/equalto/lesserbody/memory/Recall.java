package ai.equalto.lesserbody.memory;

import ai.equalto.lesserbody.auth.Principal;
import ai.equalto.lesserbody.schema.InvalidInputException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds events of one caller, a page at a time. */
final class Recall {
  /**
   * How much text, in UTF-16 code units, a page holds unless a single event has more. An answer
   * holds the page twice, once within a JSON string, at up to 13 bytes a unit: 3.4 MB of the 6 MB
   * that a function may return.
   */
  static final int MAX_PAGE_TEXT = 262_144;

  /** How many events are looked at to suggest something. */
  private static final int RECENT = 100;

  private static final QueryInput NEWEST = all(Optional.empty());

  private final MemoryStore store;
  private final MemoryCursor cursors;

  Recall(MemoryStore store, MemoryCursor cursors) {
    this.store = store;
    this.cursors = cursors;
  }

  private static QueryInput all(Optional<Integer> limit) {
    return new QueryInput(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        limit,
        Optional.empty(),
        Optional.empty());
  }

  /**
   * A page of what a query finds.
   *
   * @throws InvalidInputException if its cursor belongs to another query
   * @throws MemoryUnavailableException if the store does not answer
   */
  QueryOutput find(Principal owner, QueryInput query) throws InvalidInputException {
    if (query.isOutsideOfTime()) {
      return new QueryOutput(List.of(), Optional.empty());
    }
    MemorySearch search = query.search(Optional.empty());
    if (query.cursor().isPresent()) {
      search = query.search(Optional.of(cursors.read(owner, search, query.cursor().get())));
    }
    return output(owner, search, cut(store.find(owner, search)));
  }

  /**
   * The page that a query without arguments finds.
   *
   * @throws MemoryUnavailableException if the store does not answer
   */
  QueryOutput newest(Principal owner) throws InvalidInputException {
    return find(owner, NEWEST);
  }

  /**
   * The first page of a day, newest first.
   *
   * @throws MemoryUnavailableException if the store does not answer
   */
  DayOutput of(Principal owner, Day day) throws InvalidInputException {
    QueryInput query =
        new QueryInput(
            Optional.of(day.start()),
            Optional.of(day.end()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return DayOutput.of(day, find(owner, query));
  }

  /** Some of the newest events, to suggest values from; none if the store does not answer. */
  Stream<MemoryEvent> recent(Principal owner) {
    try {
      return store.find(owner, all(Optional.of(RECENT)).search(Optional.empty())).events().stream();
    } catch (MemoryUnavailableException e) {
      // Whoever is typing can do without; the store has logged why.
      return Stream.empty();
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
