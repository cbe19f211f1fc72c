package ai.equalto.lesserbody.lesser;

import static java.util.Objects.requireNonNull;

import ai.equalto.lesserbody.schema.Description;
import java.util.List;
import java.util.Optional;

/** A page of posts. */
record Posts(
    @Description("The posts, as the instance sorts them.") List<Post> posts,
    @Description("Pass it as cursor to go on; absent if there is no more.")
        Optional<String> nextCursor) {
  Posts {
    posts = List.copyOf(posts);
    requireNonNull(nextCursor, "nextCursor");
  }

  /** The page that an answer is. */
  static Posts of(Answer answer) throws InstanceException {
    return new Posts(Fields.list(answer.json(), Post::of), answer.nextCursor());
  }
}
