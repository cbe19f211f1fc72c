package ai.equalto.lesserbody.memory;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What to look for in one identity's timeline.
 *
 * @param first the least id that fits
 * @param last the greatest id that fits
 * @param text what the content must contain, in the lower case of {@link LowerCase}
 * @param order which events come first
 * @param limit how many events at most, from 1 on
 * @param after the id to go on behind, in the given order; within {@code first} and {@code last}
 */
public record MemorySearch(
    EventId first,
    EventId last,
    Optional<String> text,
    Order order,
    int limit,
    Optional<EventId> after) {
  public MemorySearch {
    requireNonNull(first, "first");
    requireNonNull(last, "last");
    requireNonNull(text, "text");
    requireNonNull(order, "order");
    requireNonNull(after, "after");
    if (limit < 1) {
      throw new IllegalArgumentException("a search for nothing");
    }
  }
}
