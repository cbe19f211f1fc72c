package ai.equalto.lesserbody.lesser;

import static java.util.Objects.requireNonNull;

import ai.equalto.lesserbody.schema.Bounds;
import ai.equalto.lesserbody.schema.Description;
import java.util.Optional;

/** The arguments of {@code followers_list} and {@code following_list}. */
record PageInput(
    @Description("How many accounts to return at most; 20 by default.") @Bounds(min = 1, max = 40)
        Optional<Integer> limit,
    @Description("The next_cursor of an earlier answer, to go on behind it.")
        @Bounds(max = Paging.MAX_CURSOR)
        Optional<String> cursor,
    @Description(RawInput.WHAT) Optional<Boolean> raw)
    implements RawInput {
  /** The first page, of the usual size. */
  static final PageInput FIRST =
      new PageInput(Optional.empty(), Optional.empty(), Optional.empty());

  PageInput {
    requireNonNull(limit, "limit");
    cursor = cursor.filter(text -> !text.isBlank());
    requireNonNull(raw, "raw");
  }
}
