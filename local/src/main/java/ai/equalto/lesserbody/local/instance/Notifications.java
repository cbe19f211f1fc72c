package ai.equalto.lesserbody.local.instance;

import java.util.stream.Stream;

/** What happened to whom. */
final class Notifications {
  private final Store store;

  Notifications(Store store) {
    this.store = store;
  }

  /** Notes what happened, unless somebody did it to themselves. */
  void tell(Notification.Event event) {
    if (event.recipient() != event.from()) {
      store.notifications().put(new Notification(store.ids().next(), event));
    }
  }

  /** Forgets what was undone. */
  void takeBack(Notification.Event event) {
    store.notifications().removeIf(notification -> notification.event().equals(event));
  }

  /** Forgets whatever happened to a status. */
  void forget(Status status) {
    store
        .notifications()
        .removeIf(notification ->
            notification.event().status().filter(id -> id == status.id()).isPresent());
  }

  /** Those of an account, newest first. */
  Stream<Notification> of(Account recipient) {
    return store
        .notifications()
        .newestFirst()
        .filter(notification -> notification.event().recipient() == recipient.id());
  }
}
