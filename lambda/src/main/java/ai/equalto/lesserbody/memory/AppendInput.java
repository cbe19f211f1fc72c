package ai.equalto.lesserbody.memory;

import static java.util.Objects.requireNonNull;

import ai.equalto.lesserbody.schema.Bounds;
import ai.equalto.lesserbody.schema.Description;
import ai.equalto.lesserbody.schema.Matches;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The arguments of {@code memory_append}; the content is trimmed. */
record AppendInput(
    @Description("What to remember.") @Bounds(min = 1, max = AppendInput.MAX_CONTENT)
        String content,
    @Description("A ULID of your choice; calling again with the same one adds nothing.")
        @Matches(EventId.PATTERN)
        Optional<String> eventId,
    @Description(
            "When it happened; by default the time within event_id, or now. Must agree with"
                + " event_id, to the millisecond.")
        Optional<Instant> occurredAt,
    @Description("Labels to sort events by topic.") @Bounds(max = 32)
        List<@Bounds(max = 64) String> tags,
    @Description("When to forget it; by default never.") Optional<Instant> expiresAt) {

  /**
   * In code points. Content is stored twice, in UTF-8: at most 8 bytes for a code point, and so 256
   * KiB of the 400 KB that an item of DynamoDB may have.
   */
  static final int MAX_CONTENT = 32_768;

  AppendInput {
    content = content.strip();
    if (content.isEmpty()) {
      throw new IllegalArgumentException("content: must not be blank");
    }
    requireNonNull(eventId, "eventId");
    requireNonNull(occurredAt, "occurredAt");
    tags = List.copyOf(tags);
    if (expiresAt.isPresent() && !EventId.canHold(expiresAt.get())) {
      throw new IllegalArgumentException("expires_at: must lie between 1970 and 9999");
    }
  }
}
