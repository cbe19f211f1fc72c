package ai.equalto.lesserbody.lesser;

import static java.util.Objects.requireNonNull;

import ai.equalto.lesserbody.schema.Bounds;
import ai.equalto.lesserbody.schema.Description;
import ai.equalto.lesserbody.schema.Matches;
import java.util.Locale;
import java.util.Optional;

/** The arguments of {@code timeline_read}. */
record TimelineInput(
    @Description(
            "Whose posts: home, those you follow (the default); local, this instance; federated,"
                + " all that this instance knows.")
        Optional<Timeline> timeline,
    @Description("The id of a post: only newer ones.")
        @Matches(InstanceId.PATTERN)
        @Bounds(max = InstanceId.MAX)
        Optional<String> since,
    @Description("How many posts to return at most; 20 by default.") @Bounds(min = 1, max = 40)
        Optional<Integer> limit,
    @Description("The next_cursor of an earlier answer, to go on behind it.")
        @Bounds(max = Paging.MAX_CURSOR)
        Optional<String> cursor,
    @Description(RawInput.WHAT) Optional<Boolean> raw)
    implements RawInput {
  /** Whose posts. */
  enum Timeline {
    HOME,
    LOCAL,
    FEDERATED;

    /** The word that callers use. */
    String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  TimelineInput {
    requireNonNull(timeline, "timeline");
    requireNonNull(since, "since");
    requireNonNull(limit, "limit");
    cursor = cursor.filter(text -> !text.isBlank());
    requireNonNull(raw, "raw");
  }

  /** The newest page of a timeline, of the usual size unless another is given. */
  static TimelineInput newest(Timeline timeline, Optional<Integer> limit) {
    return new TimelineInput(
        Optional.of(timeline), Optional.empty(), limit, Optional.empty(), Optional.empty());
  }
}
