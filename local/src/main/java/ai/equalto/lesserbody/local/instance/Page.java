package ai.equalto.lesserbody.local.instance;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The part of a list that a caller asks for, as Mastodon cuts it: {@code max_id} and older ones end
 * it, {@code since_id} begins it, and {@code min_id} begins it and takes those next to that id.
 *
 * @param call what was asked
 * @param limit how many are wanted
 */
record Page(Call call, int limit) {
  private static final Set<String> BOUNDS = Set.of("max_id", "since_id", "min_id");

  /** The entities on this page, the newest first. */
  <T extends Entity> List<T> cut(Stream<T> newestFirst) {
    Params params = call.params();
    long below = params.id("max_id").orElse(Long.MAX_VALUE);
    Optional<Long> next = params.id("min_id");
    long above = next.or(() -> params.id("since_id")).orElse(Long.MIN_VALUE);
    Stream<T> within = newestFirst.filter(e -> e.id() < below && e.id() > above);
    if (next.isEmpty()) {
      return within.limit(limit).toList();
    }
    List<T> all = within.toList();
    return all.subList(Math.max(0, all.size() - limit), all.size());
  }

  /**
   * An answer with links to the pages before and after (RFC 8288): {@code next} has what is older.
   *
   * @param shown what is on this page
   * @param body how it is shown
   */
  Answer answer(List<? extends Entity> shown, ArrayNode body, Site site) {
    if (shown.isEmpty()) {
      return Answer.ok(body);
    }
    List<String> links = new ArrayList<>();
    if (shown.size() == limit) {
      links.add(link("max_id=" + shown.getLast().id(), "next", site));
    }
    links.add(link("min_id=" + shown.getFirst().id(), "prev", site));
    return Answer.ok(body).with(Map.of("Link", String.join(", ", links)));
  }

  private String link(String bound, String relation, Site site) {
    String query = Stream.concat(kept(), Stream.of(bound)).collect(Collectors.joining("&"));
    String path = call.request().target().getRawPath();
    return "<%s?%s>; rel=\"%s\"".formatted(site.url(path), query, relation);
  }

  /** What was asked besides the bounds, as it was written. */
  private Stream<String> kept() {
    String query = Optional.ofNullable(call.request().target().getRawQuery()).orElse("");
    return Stream.of(query.split("&", -1))
        .filter(pair -> !pair.isEmpty() && !BOUNDS.contains(pair.split("=", 2)[0]));
  }
}
