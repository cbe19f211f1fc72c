package ai.equalto.lesserbody.memory;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A part of what a search finds.
 *
 * @param events in the order asked for
 * @param continueAfter where to go on; absent where there is nothing more
 */
public record MemoryPage(List<MemoryEvent> events, Optional<EventId> continueAfter) {
  public MemoryPage {
    events = List.copyOf(events);
    requireNonNull(continueAfter, "continueAfter");
  }
}
