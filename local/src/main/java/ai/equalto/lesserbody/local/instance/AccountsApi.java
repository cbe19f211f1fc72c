package ai.equalto.lesserbody.local.instance;

import ai.equalto.lesserbody.jsonrpc.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Accounts, who follows them, and what they are to the caller. */
final class AccountsApi {
  private static final int USUAL = 40;
  private static final int MOST = 80;

  private final Store store;
  private final Accounts accounts;
  private final Follows follows;
  private final AccountView view;
  private final Site site;

  AccountsApi(Store store, Accounts accounts, Follows follows, AccountView view, Site site) {
    this.store = store;
    this.accounts = accounts;
    this.follows = follows;
    this.view = view;
    this.site = site;
  }

  List<Route> routes() {
    String one = "/api/v1/accounts/:id";
    return List.of(
        Route.read("/api/v1/accounts/relationships", this::relationships),
        Route.read("/api/v1/accounts/lookup", this::lookup),
        Route.read("/api/v1/accounts/search", this::search),
        Route.read(one, call -> with(call, account -> Answer.ok(view.account(account)))),
        Route.read(one + "/followers", call -> with(call, account -> followers(call, account))),
        Route.read(one + "/following", call -> with(call, account -> following(call, account))),
        Route.write(
            "POST",
            one + "/follow",
            // Nobody follows themselves; Mastodon says so in this way.
            call ->
                with(
                    call,
                    account ->
                        account.id() == call.caller().id()
                            ? Answer.NOT_FOUND
                            : follow(call, account))),
        Route.write("POST", one + "/unfollow", call -> with(call, a -> unfollow(call, a))));
  }

  private Answer with(Call call, Function<Account, Answer> work) {
    return call.id().flatMap(store.accounts()::find).map(work).orElse(Answer.NOT_FOUND);
  }

  private Answer relationships(Call call) {
    ArrayNode json = Json.array();
    call.params().all("id").stream()
        .flatMap(text -> Ids.parse(text).stream())
        .distinct()
        .flatMap(id -> store.accounts().find(id).stream())
        .forEach(account -> json.add(view.relationship(call.caller(), account)));
    return Answer.ok(json);
  }

  private Answer lookup(Call call) {
    return call.params()
        .text("acct")
        .flatMap(accounts::named)
        .map(account -> Answer.ok(view.account(account)))
        .orElse(Answer.NOT_FOUND);
  }

  private Answer search(Call call) {
    Optional<String> wanted = call.params().text("q").filter(text -> !text.isBlank());
    ArrayNode json = Json.array();
    wanted.stream()
        .flatMap(text -> accounts.containing(text.strip()))
        .filter(account ->
            !call.params().flag("following") || follows.follows(call.caller().id(), account.id()))
        .limit(call.params().limit(USUAL, MOST))
        .forEach(account -> json.add(view.account(account)));
    return Answer.ok(json);
  }

  private Answer followers(Call call, Account account) {
    return page(call, follows.followersOf(account.id()), Follow::follower);
  }

  private Answer following(Call call, Account account) {
    return page(call, follows.followedBy(account.id()), Follow::followed);
  }

  /** The pages of such a list are bounded by ids of follows, which only its links tell. */
  private Answer page(Call call, Stream<Follow> all, Function<Follow, Long> whom) {
    Page page = new Page(call, call.params().limit(USUAL, MOST));
    List<Follow> shown = page.cut(all);
    ArrayNode json = Json.array();
    shown.forEach(follow -> json.add(view.account(accounts.get(whom.apply(follow)))));
    return page.answer(shown, json, site);
  }

  private Answer follow(Call call, Account account) {
    follows.follow(call.caller(), account);
    return Answer.ok(view.relationship(call.caller(), account));
  }

  private Answer unfollow(Call call, Account account) {
    follows.unfollow(call.caller(), account);
    return Answer.ok(view.relationship(call.caller(), account));
  }
}
