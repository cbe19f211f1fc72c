package ai.equalto.lesserbody.memory;

import static java.util.Objects.requireNonNull;

import ai.equalto.lesserbody.schema.Description;
import java.util.List;
import java.util.Optional;

/** The result of {@code memory_query}. */
record QueryOutput(
    @Description("The events found, in the order asked for.") List<MemoryEvent> events,
    @Description("Pass it as cursor to go on; absent if there is no more.")
        Optional<String> nextCursor) {
  QueryOutput {
    events = List.copyOf(events);
    requireNonNull(nextCursor, "nextCursor");
  }
}
