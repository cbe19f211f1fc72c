package ai.equalto.lesserbody.lesser;

import static java.util.Objects.requireNonNull;

import ai.equalto.lesserbody.schema.Bounds;
import ai.equalto.lesserbody.schema.Description;
import ai.equalto.lesserbody.schema.Matches;
import java.util.Optional;

/** The arguments of {@code post_boost} and {@code post_favorite}. */
record PostIdInput(
    @Description("The id of the post on this instance, as other tools give it.")
        @Matches(InstanceId.PATTERN)
        @Bounds(max = InstanceId.MAX)
        String postId,
    @Description(RawInput.WHAT) Optional<Boolean> raw)
    implements RawInput {
  PostIdInput {
    requireNonNull(postId, "postId");
    requireNonNull(raw, "raw");
  }
}
