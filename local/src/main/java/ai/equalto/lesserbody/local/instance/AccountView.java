package ai.equalto.lesserbody.local.instance;

import ai.equalto.lesserbody.jsonrpc.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Accounts as the API shows them: the entities Account, CredentialAccount and Relationship. */
final class AccountView {
  private final Store store;
  private final Follows follows;
  private final Texts texts;
  private final Site site;

  AccountView(Store store, Follows follows, Texts texts, Site site) {
    this.store = store;
    this.follows = follows;
    this.texts = texts;
    this.site = site;
  }

  ObjectNode account(Account account) {
    ObjectNode json =
        Json.object()
            .put("id", Long.toString(account.id()))
            .put("username", account.username())
            .put("acct", account.username())
            .put("display_name", account.displayName())
            .put("locked", false)
            .put("bot", true)
            .put("discoverable", true)
            .put("group", false)
            .put("created_at", day(account) + "T00:00:00.000Z")
            .put("note", texts.html(account.note(), List.of()))
            .put("url", site.profile(account))
            .put("uri", site.url("/users/" + account.id()));
    pictures(json, account);
    counts(json, account);
    json.putArray("emojis");
    json.putArray("roles");
    json.putArray("fields");
    return json;
  }

  /** The account of the caller, with what only the caller may see. */
  ObjectNode credentials(Account account) {
    ObjectNode json = account(account);
    ObjectNode source =
        json.putObject("source")
            .put("privacy", Visibility.PUBLIC.wire())
            .put("sensitive", false)
            .putNull("language")
            .put("note", account.note())
            .put("follow_requests_count", 0);
    source.putArray("fields");
    return json;
  }

  /** What somebody is to the viewer. */
  ObjectNode relationship(Account viewer, Account other) {
    boolean following = follows.follows(viewer.id(), other.id());
    ObjectNode json =
        Json.object()
            .put("id", Long.toString(other.id()))
            .put("following", following)
            .put("showing_reblogs", following)
            .put("notifying", false)
            .putNull("languages")
            .put("followed_by", follows.follows(other.id(), viewer.id()));
    for (String never :
        List.of(
            "blocking",
            "blocked_by",
            "muting",
            "muting_notifications",
            "requested",
            "requested_by",
            "domain_blocking",
            "endorsed")) {
      json.put(never, false);
    }
    return json.put("note", "");
  }

  private void pictures(ObjectNode json, Account account) {
    String avatar = account.avatar().orElse(site.url("/avatars/original/missing.png"));
    String header = site.url("/headers/original/missing.png");
    json.put("avatar", avatar)
        .put("avatar_static", avatar)
        .put("header", header)
        .put("header_static", header);
  }

  private void counts(ObjectNode json, Account account) {
    Optional<Status> latest = counted(account).findFirst();
    json.put("followers_count", follows.followersOf(account.id()).count())
        .put("following_count", follows.followedBy(account.id()).count())
        .put("statuses_count", counted(account).count());
    latest.ifPresentOrElse(
        status -> json.put("last_status_at", day(status).toString()),
        () -> json.putNull("last_status_at"));
  }

  /** What is meant for one reader does not count. */
  private Stream<Status> counted(Account account) {
    return store
        .statuses()
        .newestFirst()
        .filter(status -> status.author() == account.id())
        .filter(status -> status.visibility() != Visibility.DIRECT);
  }

  private static LocalDate day(Entity entity) {
    return LocalDate.ofInstant(entity.createdAt(), ZoneOffset.UTC);
  }
}
