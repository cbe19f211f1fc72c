package ai.equalto.lesserbody.local.instance;

import ai.equalto.lesserbody.jsonrpc.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Search for accounts, statuses and hashtags at once, or for one of them. */
final class SearchApi {
  private static final int USUAL = 20;
  private static final int MOST = 40;

  private final Accounts accounts;
  private final AccountView accountView;
  private final Timelines timelines;
  private final StatusView statusView;
  private final Site site;

  SearchApi(
      Accounts accounts,
      AccountView accountView,
      Timelines timelines,
      StatusView statusView,
      Site site) {
    this.accounts = accounts;
    this.accountView = accountView;
    this.timelines = timelines;
    this.statusView = statusView;
    this.site = site;
  }

  List<Route> routes() {
    return List.of(Route.read("/api/v2/search", this::search));
  }

  private Answer search(Call call) {
    Optional<String> q = call.params().text("q").map(String::strip).filter(s -> !s.isEmpty());
    if (q.isEmpty()) {
      return Answer.error(400, "param is missing or the value is empty: q");
    }
    ObjectNode json = Json.object();
    cut(call, "accounts", accounts.containing(q.get()))
        .forEach(account -> json.withArrayProperty("accounts").add(accountView.account(account)));
    List<Status> statuses =
        cut(call, "statuses", timelines.containing(q.get(), call.caller())).toList();
    json.set("statuses", statusView.all(statuses, call.caller()));
    cut(call, "hashtags", tags(q.get(), call.caller()))
        .forEach(name -> tag(json.withArrayProperty("hashtags").addObject(), name));
    json.withArrayProperty("accounts");
    json.withArrayProperty("hashtags");
    return Answer.ok(json);
  }

  /** What is wanted of the results of a type. An offset counts within a type, and only there. */
  private static <T> Stream<T> cut(Call call, String type, Stream<T> all) {
    Optional<String> wanted = call.params().text("type").filter(text -> !text.isEmpty());
    if (wanted.isPresent() && !wanted.get().equals(type)) {
      return Stream.of();
    }
    long offset = wanted.isEmpty() ? 0 : call.params().id("offset").orElse(0L);
    return all.skip(offset).limit(call.params().limit(USUAL, MOST));
  }

  /** The hashtags that begin so in what the viewer may see, the latest first. */
  private Stream<String> tags(String text, Account viewer) {
    String start = (text.startsWith("#") ? text.substring(1) : text).toLowerCase(Locale.ROOT);
    return timelines
        .everybody(viewer)
        .flatMap(status -> Texts.tags(status.draft().text()).stream())
        .filter(tag -> tag.startsWith(start))
        .distinct();
  }

  private void tag(ObjectNode json, String name) {
    json.put("name", name).put("url", site.tag(name)).put("following", false).putArray("history");
  }
}
