package ai.equalto.lesserbody.lesser;

import static java.util.Objects.requireNonNull;

import ai.equalto.lesserbody.schema.Bounds;
import ai.equalto.lesserbody.schema.Description;
import java.util.Optional;

/** The arguments of {@code post_search}; the query is trimmed. */
record SearchInput(
    @Description("What to look for.") @Bounds(min = 1, max = 256) String query,
    @Description("How many posts to return at most; 20 by default.") @Bounds(min = 1, max = 40)
        Optional<Integer> limit,
    @Description("The next_cursor of an earlier answer, to go on behind it.")
        @Bounds(max = Paging.MAX_CURSOR)
        Optional<String> cursor,
    @Description(RawInput.WHAT) Optional<Boolean> raw)
    implements RawInput {
  SearchInput {
    query = query.strip();
    if (query.isEmpty()) {
      throw new IllegalArgumentException("query: must not be blank");
    }
    requireNonNull(limit, "limit");
    cursor = cursor.filter(text -> !text.isBlank());
    requireNonNull(raw, "raw");
  }
}
