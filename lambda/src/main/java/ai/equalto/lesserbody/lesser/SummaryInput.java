package ai.equalto.lesserbody.lesser;

import static java.util.Objects.requireNonNull;

import ai.equalto.lesserbody.lesser.TimelineInput.Timeline;
import ai.equalto.lesserbody.schema.Bounds;
import ai.equalto.lesserbody.schema.Description;
import ai.equalto.lesserbody.schema.Matches;
import java.util.Optional;

/** The arguments of {@code summarize_timeline}; a blank focus is none. */
record SummaryInput(
    @Description(
            "Whose posts: home, those you follow; local, this instance; federated, all that this"
                + " instance knows.")
        Timeline timeline,
    @Description("What to look for above all.") @Bounds(max = 500) Optional<String> focus,
    @Description("How many posts to read at most, 1 to 40; 20 by default.")
        @Matches("^([1-9]|[1-3][0-9]|40)$")
        Optional<String> limit) {
  SummaryInput {
    requireNonNull(timeline, "timeline");
    focus = focus.map(String::strip).filter(text -> !text.isEmpty());
    requireNonNull(limit, "limit");
  }
}
