package ai.equalto.lesserbody.memory;

import static java.util.Objects.requireNonNull;

import ai.equalto.lesserbody.schema.Bounds;
import ai.equalto.lesserbody.schema.Description;
import java.time.Instant;
import java.util.Optional;

/** The arguments of {@code memory_query}; a blank query or cursor counts as absent. */
record QueryInput(
    @Description("The earliest time that counts; by default the beginning.")
        Optional<Instant> start,
    @Description("The latest time that counts; by default there is none.") Optional<Instant> end,
    @Description("Text that the content must contain, in upper or lower case.") @Bounds(max = 256)
        Optional<String> query,
    @Description("How many events to return at most; 20 by default.") @Bounds(min = 1, max = 100)
        Optional<Integer> limit,
    @Description(
            "The next_cursor of an earlier answer, to go on behind it; start, end, query and order"
                + " must then be as before.")
        @Bounds(max = 4096)
        Optional<String> cursor,
    @Description("Whether the oldest (asc) or the newest (desc) come first; desc by default.")
        Optional<Order> order) {
  private static final int DEFAULT_LIMIT = 20;

  QueryInput {
    if (start.isPresent() && end.isPresent() && start.get().isAfter(end.get())) {
      throw new IllegalArgumentException("start: must not be after end");
    }
    query = query.map(String::strip).filter(text -> !text.isEmpty());
    requireNonNull(limit, "limit");
    cursor = cursor.filter(text -> !text.isBlank());
    requireNonNull(order, "order");
  }

  /** Whether the times asked for lie wholly where no event can be. */
  boolean isOutsideOfTime() {
    return end.filter(latest -> latest.isBefore(Instant.EPOCH)).isPresent()
        || start.filter(earliest -> earliest.isAfter(EventId.LATEST)).isPresent();
  }

  MemorySearch search(Optional<EventId> after) {
    return new MemorySearch(
        EventId.first(start.orElse(Instant.EPOCH)),
        EventId.last(end.orElse(EventId.LATEST)),
        query.map(LowerCase::of),
        order.orElse(Order.DESC),
        limit.orElse(DEFAULT_LIMIT),
        after);
  }
}
