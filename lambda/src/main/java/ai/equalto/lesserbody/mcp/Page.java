package ai.equalto.lesserbody.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One page of an ordered list (MCP, "Pagination"). The cursor names the last item seen, so a list
 * that grows between two requests repeats nothing and skips nothing that was there.
 *
 * @param items at most {@value #SIZE} of them
 * @param nextCursor leads on, if there is more
 */
record Page<T>(List<T> items, Optional<String> nextCursor) {
  static final int SIZE = 50;

  /**
   * The page that a cursor leads to, or the first.
   *
   * @param all the whole list
   * @param name the unique name of an item
   * @param cursor the parameter as sent, missing or null for the first page
   * @return empty if the cursor leads nowhere
   */
  static <T> Optional<Page<T>> of(List<T> all, Function<T, String> name, JsonNode cursor) {
    if (cursor.isMissingNode() || cursor.isNull()) {
      return Optional.of(from(all, 0, name));
    }
    for (int i = 0; i < all.size(); i++) {
      if (cursor(name.apply(all.get(i))).equals(cursor.textValue())) {
        return Optional.of(from(all, i + 1, name));
      }
    }
    return Optional.empty();
  }

  private static <T> Page<T> from(List<T> all, int start, Function<T, String> name) {
    int end = Math.min(all.size(), start + SIZE);
    Optional<String> next =
        end < all.size() ? Optional.of(cursor(name.apply(all.get(end - 1)))) : Optional.empty();
    return new Page<>(List.copyOf(all.subList(start, end)), next);
  }

  private static String cursor(String name) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(name.getBytes(StandardCharsets.UTF_8));
  }
}
