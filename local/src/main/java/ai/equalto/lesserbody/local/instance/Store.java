package ai.equalto.lesserbody.local.instance;

import java.time.Clock;
import java.util.stream.LongStream;

/** All that the instance knows. */
record Store(
    Ids ids,
    Table<Account> accounts,
    Table<Status> statuses,
    Table<Follow> follows,
    Table<Favourite> favourites,
    Table<Notification> notifications) {
  /** What it knew when it last ran. */
  static Store open(Shelf shelf, Clock clock) {
    var accounts = new Table<>("account", shelf, Account::fromItem);
    var statuses = new Table<>("status", shelf, Status::fromItem);
    var follows = new Table<>("follow", shelf, Follow::fromItem);
    var favourites = new Table<>("favourite", shelf, Favourite::fromItem);
    var notifications = new Table<>("notification", shelf, Notification::fromItem);
    long last =
        LongStream.of(
                accounts.newest(),
                statuses.newest(),
                follows.newest(),
                favourites.newest(),
                notifications.newest())
            .max()
            .orElseThrow();
    return new Store(new Ids(clock, last), accounts, statuses, follows, favourites, notifications);
  }
}
