package ai.equalto.lesserbody.lesser;

import static java.util.Objects.requireNonNull;

import ai.equalto.lesserbody.schema.Bounds;
import ai.equalto.lesserbody.schema.Description;
import ai.equalto.lesserbody.schema.Matches;
import java.util.Optional;

/** The arguments of {@code draft_reply}; a blank tone is none. */
record ReplyInput(
    @Description("The id of the post to answer, as the tools give it.")
        @Matches(InstanceId.PATTERN)
        @Bounds(max = InstanceId.MAX)
        String postId,
    @Description("How it sounds, such as friendly or factual.") @Bounds(max = 100)
        Optional<String> tone) {
  ReplyInput {
    requireNonNull(postId, "postId");
    tone = tone.map(String::strip).filter(text -> !text.isEmpty());
  }
}
