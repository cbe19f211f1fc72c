package ai.equalto.lesserbody.memory;

import static java.util.Objects.requireNonNull;

import ai.equalto.lesserbody.schema.Description;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * One event of a timeline. Tags are trimmed, sorted and distinct, blank ones dropped; the expiry is
 * cut to the second.
 */
public record MemoryEvent(
    @Description("The id of the event, a ULID; ids sort by time.") String eventId,
    @Description("When it happened.") Instant occurredAt,
    @Description("What to remember.") String content,
    @Description("Its tags, sorted.") List<String> tags,
    @Description("When it will be forgotten; absent if never.") Optional<Instant> expiresAt) {
  public MemoryEvent {
    requireNonNull(eventId, "eventId");
    requireNonNull(occurredAt, "occurredAt");
    requireNonNull(content, "content");
    tags =
        tags.stream().map(String::strip).filter(tag -> !tag.isEmpty()).distinct().sorted().toList();
    expiresAt = expiresAt.map(expiry -> expiry.truncatedTo(ChronoUnit.SECONDS));
  }

  /** Whether it is forgotten: from the second of its expiry on. */
  public boolean isExpired(Instant now) {
    return expiresAt.isPresent() && expiresAt.get().getEpochSecond() <= now.getEpochSecond();
  }
}
