package ai.equalto.lesserbody.memory;

import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.call.CallContext;
import ai.equalto.lesserbody.schema.InvalidInputException;
import ai.equalto.lesserbody.tool.Tool;
import ai.equalto.lesserbody.tool.ToolAnnotations;
import ai.equalto.lesserbody.tool.ToolResult;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Adds an event to the timeline of the caller. */
final class AppendTool {
  private final MemoryStore store;
  private final Clock clock;
  private final RandomGenerator random;

  AppendTool(MemoryStore store, Clock clock, RandomGenerator random) {
    this.store = store;
    this.clock = clock;
    this.random = random;
  }

  Tool<AppendInput, AppendResult> tool() {
    return Tool.of(
        "memory_append",
        "Remember",
        "Adds an event to your memory, a timeline that only you can read. Events are never"
            + " changed; give an event_id to make the call safe to repeat.",
        Scope.WRITE,
        ToolAnnotations.ADDS,
        AppendInput.class,
        AppendResult.class,
        this::append);
  }

  private ToolResult<AppendResult> append(AppendInput input, CallContext context)
      throws InvalidInputException {
    Instant now = clock.instant();
    EventId id = eventId(input, now);
    MemoryEvent event =
        new MemoryEvent(id.text(), id.time(), input.content(), input.tags(), input.expiresAt());
    if (event.isExpired(now)) {
      throw new InvalidInputException("Invalid arguments: expires_at: must lie in the future.");
    }
    try {
      AppendResult result = store.append(context.principal(), event);
      // Under an id just made, the event that is there already is this one, written by a call to
      // the store whose answer was lost.
      boolean created = result.created() || input.eventId().isEmpty();
      return ToolResult.of(new AppendResult(result.event(), created));
    } catch (MemoryUnavailableException e) {
      return ToolResult.failure(
          Failures.words(
              e,
              " Repeat it with event_id " + id.text() + ", so that it is not remembered twice."));
    }
  }

  private EventId eventId(AppendInput input, Instant now) throws InvalidInputException {
    Optional<Instant> occurredAt = input.occurredAt();
    if (occurredAt.isPresent() && !EventId.canHold(occurredAt.get())) {
      throw new InvalidInputException(
          "Invalid arguments: occurred_at: must lie between 1970 and 9999.");
    }
    return input.eventId().isPresent()
        ? given(input.eventId().get(), occurredAt)
        : EventId.generate(occurredAt.orElse(now), random);
  }

  private static EventId given(String text, Optional<Instant> occurredAt)
      throws InvalidInputException {
    EventId id =
        EventId.parse(text)
            .orElseThrow(
                () -> new InvalidInputException("Invalid arguments: event_id: must be a ULID."));
    if (!EventId.canHold(id.time())) {
      throw new InvalidInputException(
          "Invalid arguments: event_id: its time must lie between 1970 and 9999.");
    }
    if (occurredAt.isPresent() && occurredAt.get().toEpochMilli() != id.time().toEpochMilli()) {
      throw new InvalidInputException(
          "Invalid arguments: event_id: its time disagrees with occurred_at; leave one of them"
              + " out.");
    }
    return id;
  }
}
