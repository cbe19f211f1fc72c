package ai.equalto.lesserbody.local.instance;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Lists of statuses, page by page. */
final class TimelinesApi {
  private static final int USUAL = 20;
  private static final int MOST = 40;

  private final Store store;
  private final Timelines timelines;
  private final StatusView view;
  private final Site site;

  TimelinesApi(Store store, Timelines timelines, StatusView view, Site site) {
    this.store = store;
    this.timelines = timelines;
    this.view = view;
    this.site = site;
  }

  List<Route> routes() {
    return List.of(
        Route.read("/api/v1/timelines/home", call -> page(call, timelines.home(call.caller()))),
        Route.read("/api/v1/timelines/public", this::everybody),
        Route.read("/api/v1/accounts/:id/statuses", this::ofAccount));
  }

  /** Everybody lives here and nobody posts pictures, so some wishes leave nothing. */
  private Answer everybody(Call call) {
    boolean nothing = call.params().flag("remote") || call.params().flag("only_media");
    return page(call, nothing ? Stream.of() : timelines.everybody(call.caller()));
  }

  private Answer ofAccount(Call call) {
    Optional<Account> author = call.id().flatMap(store.accounts()::find);
    return author.map(account -> ofAccount(call, account)).orElse(Answer.NOT_FOUND);
  }

  private Answer ofAccount(Call call, Account author) {
    Params params = call.params();
    if (params.flag("only_media") || params.flag("pinned")) {
      return page(call, Stream.of());
    }
    return page(
        call,
        timelines
            .of(author, call.caller())
            .filter(status -> !(params.flag("exclude_reblogs") && status.isReblog()))
            .filter(status ->
                !(params.flag("exclude_replies") && status.draft().inReplyTo().isPresent())));
  }

  private Answer page(Call call, Stream<Status> all) {
    Page page = new Page(call, call.params().limit(USUAL, MOST));
    List<Status> shown = page.cut(all);
    return page.answer(shown, view.all(shown, call.caller()), site);
  }
}
