package ai.equalto.lesserbody.local.instance;

import java.util.List;
import java.util.Optional;

/** Publishes and deletes statuses, and boosts of them, and tells whom it concerns. */
final class Posts {
  private final Store store;
  private final Texts texts;
  private final Notifications notifications;

  Posts(Store store, Texts texts, Notifications notifications) {
    this.store = store;
    this.texts = texts;
    this.notifications = notifications;
  }

  /** The status of an id that another one refers to. */
  Status get(long id) {
    return store.statuses().find(id).orElseThrow();
  }

  /** Publishes what was written, and tells those whom it mentions. */
  Status publish(Account author, Draft draft) {
    List<Long> mentions =
        texts.mentioned(draft.text()).stream().map(Account::id).distinct().toList();
    Status status = new Status(store.ids().next(), author.id(), draft, mentions, Optional.empty());
    store.statuses().put(status);
    for (long mentioned : mentions) {
      notifications.tell(event(Notification.Type.MENTION, mentioned, author, status));
    }
    return status;
  }

  /** Deletes a status, its boosts, and what was made of it. */
  void delete(Status status) {
    store
        .statuses()
        .removeIf(other ->
            other.id() == status.id()
                || other.reblogOf().filter(original -> original == status.id()).isPresent());
    store.favourites().removeIf(favourite -> favourite.status() == status.id());
    notifications.forget(status);
  }

  /** Boosts a post and tells its author; the boost of before, if there is one. */
  Status reblog(Account booster, Status original, Visibility visibility) {
    return reblogOf(booster, original)
        .orElseGet(() -> {
          Status reblog =
              new Status(
                  store.ids().next(),
                  booster.id(),
                  Draft.boost(visibility),
                  List.of(),
                  Optional.of(original.id()));
          store.statuses().put(reblog);
          notifications.tell(event(Notification.Type.REBLOG, original.author(), booster, original));
          return reblog;
        });
  }

  /** Takes a boost back; nothing happens if there is none. */
  void unreblog(Account booster, Status original) {
    reblogOf(booster, original)
        .ifPresent(reblog -> store.statuses().removeIf(other -> other.id() == reblog.id()));
    notifications.takeBack(event(Notification.Type.REBLOG, original.author(), booster, original));
  }

  /** The boost of a post by somebody. */
  Optional<Status> reblogOf(Account booster, Status original) {
    return store
        .statuses()
        .newestFirst()
        .filter(status -> status.author() == booster.id())
        .filter(status -> status.reblogOf().equals(Optional.of(original.id())))
        .findFirst();
  }

  /** Marks a status as liked and tells its author; changes nothing if it is already. */
  void favourite(Account account, Status status) {
    if (!isFavourite(account, status)) {
      store.favourites().put(new Favourite(store.ids().next(), account.id(), status.id()));
      notifications.tell(event(Notification.Type.FAVOURITE, status.author(), account, status));
    }
  }

  /** Takes that back. */
  void unfavourite(Account account, Status status) {
    store
        .favourites()
        .removeIf(
            favourite -> favourite.account() == account.id() && favourite.status() == status.id());
    notifications.takeBack(event(Notification.Type.FAVOURITE, status.author(), account, status));
  }

  boolean isFavourite(Account account, Status status) {
    return store
        .favourites()
        .newestFirst()
        .anyMatch(
            favourite -> favourite.account() == account.id() && favourite.status() == status.id());
  }

  private static Notification.Event event(
      Notification.Type type, long recipient, Account from, Status status) {
    return new Notification.Event(type, recipient, from.id(), Optional.of(status.id()));
  }
}
