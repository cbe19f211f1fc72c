package ai.equalto.lesserbody.lesser;

import static java.util.Objects.requireNonNull;

import ai.equalto.lesserbody.schema.Bounds;
import ai.equalto.lesserbody.schema.Description;
import ai.equalto.lesserbody.schema.Matches;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The arguments of {@code post_create}; the content is trimmed. */
record PostInput(
    @Description("The words of the post. The instance has a limit of its own, often 500.")
        @Bounds(min = 1, max = 20_000)
        String content,
    @Description(
            "Who may see it: public (the default), unlisted (all, but on no timeline), private"
                + " (followers) or direct (whom it mentions).")
        Optional<Visibility> visibility,
    @Description("The id of the post that it answers.")
        @Matches(InstanceId.PATTERN)
        @Bounds(max = InstanceId.MAX)
        Optional<String> inReplyTo,
    @Description(
            "A text of your choice; calling again with the same one posts nothing more. By default"
                + " the same post is posted only once within five minutes.")
        @Matches("^[A-Za-z0-9_.:-]+$")
        @Bounds(min = 1, max = 128)
        Optional<String> idempotencyKey,
    @Description(RawInput.WHAT) Optional<Boolean> raw)
    implements RawInput {
  /** Who may see a post. */
  enum Visibility {
    PUBLIC,
    UNLISTED,
    PRIVATE,
    DIRECT;

    /** That of a post; of one that is of no known kind the narrowest. */
    static Visibility of(Post post) {
      return Arrays.stream(values())
          .filter(one -> one.wire().equals(post.visibility()))
          .findFirst()
          .orElse(DIRECT);
    }

    /** The word of the API. */
    String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  PostInput {
    content = content.strip();
    if (content.isEmpty()) {
      throw new IllegalArgumentException("content: must not be blank");
    }
    requireNonNull(visibility, "visibility");
    requireNonNull(inReplyTo, "inReplyTo");
    requireNonNull(idempotencyKey, "idempotencyKey");
    requireNonNull(raw, "raw");
  }
}
