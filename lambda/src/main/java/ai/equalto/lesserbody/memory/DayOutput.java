package ai.equalto.lesserbody.memory;

import static java.util.Objects.requireNonNull;

import ai.equalto.lesserbody.schema.Description;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The memory of one day: what {@code memory_query} gives, and the times to go on with. */
record DayOutput(
    @Description("The first moment of the day.") Instant start,
    @Description("Its last one.") Instant end,
    @Description("The events of the day, newest first.") List<MemoryEvent> events,
    @Description(
            "Pass it as cursor to memory_query, with start and end as here, to go on; absent if"
                + " there is no more.")
        Optional<String> nextCursor) {
  DayOutput {
    requireNonNull(start, "start");
    requireNonNull(end, "end");
    events = List.copyOf(events);
    requireNonNull(nextCursor, "nextCursor");
  }

  static DayOutput of(Day day, QueryOutput page) {
    return new DayOutput(day.start(), day.end(), page.events(), page.nextCursor());
  }
}
