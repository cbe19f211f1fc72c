package ai.equalto.lesserbody.local.instance;

import ai.equalto.lesserbody.jsonrpc.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** Statuses as the API shows them to one viewer: the entity Status. */
final class StatusView {
  private static final DateTimeFormatter MILLISECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final Store store;
  private final Accounts accounts;
  private final Posts posts;
  private final AccountView accountView;
  private final Texts texts;
  private final Site site;

  StatusView(
      Store store,
      Accounts accounts,
      Posts posts,
      AccountView accountView,
      Texts texts,
      Site site) {
    this.store = store;
    this.accounts = accounts;
    this.posts = posts;
    this.accountView = accountView;
    this.texts = texts;
    this.site = site;
  }

  ArrayNode all(List<Status> statuses, Account viewer) {
    ArrayNode json = Json.array();
    statuses.forEach(status -> json.add(status(status, viewer)));
    return json;
  }

  ObjectNode status(Status status, Account viewer) {
    Optional<Status> original = status.reblogOf().flatMap(store.statuses()::find);
    // A boost shows what is said and counted of the post.
    Status post = original.orElse(status);
    Account author = accounts.get(status.author());
    ObjectNode json =
        Json.object()
            .put("id", Long.toString(status.id()))
            .put("created_at", time(status.createdAt()))
            .put("uri", site.url("/users/" + author.id() + "/statuses/" + status.id()))
            .put("url", site.status(author, status))
            .put("visibility", status.visibility().wire());
    words(json, post);
    threads(json, status);
    counts(json, post);
    mine(json, post, viewer);
    json.set("account", accountView.account(author));
    original.ifPresentOrElse(
        reblogged -> json.set("reblog", status(reblogged, viewer)), () -> json.putNull("reblog"));
    return nothing(json);
  }

  /** A time as the API writes it, to the millisecond. */
  static String time(Instant time) {
    return MILLISECONDS.format(time);
  }

  private void words(ObjectNode json, Status post) {
    Draft draft = post.draft();
    json.put("content", texts.html(draft.text(), post.mentions()))
        .put("spoiler_text", draft.spoiler())
        .put("sensitive", draft.sensitive())
        .put("language", draft.language().orElse(null));
    ArrayNode mentions = json.putArray("mentions");
    for (long id : post.mentions()) {
      Account mentioned = accounts.get(id);
      mentions
          .addObject()
          .put("id", Long.toString(id))
          .put("username", mentioned.username())
          .put("acct", mentioned.username())
          .put("url", site.profile(mentioned));
    }
    ArrayNode tags = json.putArray("tags");
    for (String tag : Texts.tags(draft.text())) {
      tags.addObject().put("name", tag).put("url", site.tag(tag));
    }
  }

  private void threads(ObjectNode json, Status status) {
    Optional<Status> parent = status.draft().inReplyTo().flatMap(store.statuses()::find);
    json.put("in_reply_to_id", parent.map(Status::id).map(id -> Long.toString(id)).orElse(null));
    json.put(
        "in_reply_to_account_id",
        parent.map(Status::author).map(id -> Long.toString(id)).orElse(null));
  }

  private void counts(ObjectNode json, Status post) {
    Optional<Long> id = Optional.of(post.id());
    json.put(
            "replies_count",
            store
                .statuses()
                .newestFirst()
                .filter(reply -> reply.draft().inReplyTo().equals(id))
                // What not everybody may see is not counted for everybody.
                .filter(reply -> reply.visibility().compareTo(Visibility.UNLISTED) <= 0)
                .count())
        .put(
            "reblogs_count",
            store.statuses().newestFirst().filter(s -> s.reblogOf().equals(id)).count())
        .put(
            "favourites_count",
            store.favourites().newestFirst().filter(f -> f.status() == post.id()).count());
  }

  private void mine(ObjectNode json, Status post, Account viewer) {
    json.put("favourited", posts.isFavourite(viewer, post))
        .put("reblogged", posts.reblogOf(viewer, post).isPresent())
        .put("muted", false)
        .put("bookmarked", false);
  }

  /** What clients expect to find, and this instance does not have. */
  private static ObjectNode nothing(ObjectNode json) {
    for (String none : List.of("media_attachments", "emojis", "filtered")) {
      json.putArray(none);
    }
    for (String none : List.of("edited_at", "application", "card", "poll")) {
      json.putNull(none);
    }
    return json;
  }
}
