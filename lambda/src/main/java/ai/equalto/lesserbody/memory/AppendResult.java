package ai.equalto.lesserbody.memory;

import static java.util.Objects.requireNonNull;

import ai.equalto.lesserbody.schema.Description;

/** What became of an append. */
public record AppendResult(
    @Description("The event as it is kept.") MemoryEvent event,
    @Description("Whether this call added it; false if the event_id was already taken.")
        boolean created) {
  public AppendResult {
    requireNonNull(event, "event");
  }
}
