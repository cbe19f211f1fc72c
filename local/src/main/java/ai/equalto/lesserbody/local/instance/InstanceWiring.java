package ai.equalto.lesserbody.local.instance;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** Puts the parts of an instance together. */
final class InstanceWiring {
  private InstanceWiring() {}

  static Desk desk(InstanceSettings settings, Store store, Accounts accounts, Site site) {
    Clock clock = settings.clock();
    return new Desk(
        new RouteTable(routes(store, accounts, site, clock)),
        new Bearers(settings, clock, site),
        accounts,
        new Limits(settings.requests(), clock));
  }

  static List<Route> routes(Store store, Accounts accounts, Site site, Clock clock) {
    Texts texts = new Texts(accounts, site);
    Notifications notifications = new Notifications(store);
    Follows follows = new Follows(store, notifications);
    Posts posts = new Posts(store, texts, notifications);
    Sight sight = new Sight(store, follows);
    Timelines timelines = new Timelines(store, follows, sight);
    AccountView accountView = new AccountView(store, follows, texts, site);
    StatusView statusView = new StatusView(store, accounts, posts, accountView, texts, site);
    DraftReader drafts = new DraftReader(sight);
    return Stream.of(
            new ProfileApi(store, accountView).routes(),
            new AccountsApi(store, accounts, follows, accountView, site).routes(),
            new TimelinesApi(store, timelines, statusView, site).routes(),
            new StatusesApi(posts, sight, timelines, statusView, drafts, new IdempotencyKeys(clock))
                .routes(),
            new NotificationsApi(notifications, accounts, sight, accountView, statusView, site)
                .routes(),
            new SearchApi(accounts, accountView, timelines, statusView, site).routes(),
            new InstanceApi(store, site).routes())
        .flatMap(List::stream)
        .toList();
  }
}
