package ai.equalto.lesserbody.lesser;

import static java.util.Objects.requireNonNull;

import ai.equalto.lesserbody.schema.Bounds;
import ai.equalto.lesserbody.schema.Description;
import ai.equalto.lesserbody.schema.Matches;
import java.util.List;
import java.util.Optional;

/** The arguments of {@code notifications_read}. */
record NotificationsInput(
    @Description("Only those of these types; by default all. A reblog is a boost.")
        @Bounds(max = 10)
        List<Type> types,
    @Description("The id of a notification: only newer ones.")
        @Matches(InstanceId.PATTERN)
        @Bounds(max = InstanceId.MAX)
        Optional<String> since,
    @Description("How many notifications to return at most; 20 by default.")
        @Bounds(min = 1, max = 40)
        Optional<Integer> limit,
    @Description("The next_cursor of an earlier answer, to go on behind it.")
        @Bounds(max = Paging.MAX_CURSOR)
        Optional<String> cursor,
    @Description(RawInput.WHAT) Optional<Boolean> raw)
    implements RawInput {
  /** What happened, in the words of the API. */
  enum Type {
    MENTION,
    STATUS,
    REBLOG,
    FOLLOW,
    FOLLOW_REQUEST,
    FAVOURITE,
    POLL,
    UPDATE
  }

  NotificationsInput {
    types = List.copyOf(types);
    requireNonNull(since, "since");
    requireNonNull(limit, "limit");
    cursor = cursor.filter(text -> !text.isBlank());
    requireNonNull(raw, "raw");
  }

  /** The newest page, of the usual size; without types, of all. */
  static NotificationsInput newest(Type... types) {
    return new NotificationsInput(
        List.of(types), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }
}
