package ai.equalto.lesserbody.local.instance;

import java.util.Optional;
import java.util.stream.Stream;

/** Who follows whom. Nobody here has to be asked first. */
final class Follows {
  private final Store store;
  private final Notifications notifications;

  Follows(Store store, Notifications notifications) {
    this.store = store;
    this.notifications = notifications;
  }

  /** Begins to follow, and tells the other; changes nothing if it is so already. */
  void follow(Account follower, Account followed) {
    if (!follows(follower.id(), followed.id())) {
      store.follows().put(new Follow(store.ids().next(), follower.id(), followed.id()));
      notifications.tell(event(follower, followed));
    }
  }

  /** Ends to follow, as if it had never been. */
  void unfollow(Account follower, Account followed) {
    store
        .follows()
        .removeIf(
            follow -> follow.follower() == follower.id() && follow.followed() == followed.id());
    notifications.takeBack(event(follower, followed));
  }

  boolean follows(long follower, long followed) {
    return followedBy(follower).anyMatch(follow -> follow.followed() == followed);
  }

  /** The follows of those who follow somebody, newest first. */
  Stream<Follow> followersOf(long account) {
    return store.follows().newestFirst().filter(follow -> follow.followed() == account);
  }

  /** The follows of those whom somebody follows, newest first. */
  Stream<Follow> followedBy(long account) {
    return store.follows().newestFirst().filter(follow -> follow.follower() == account);
  }

  private static Notification.Event event(Account follower, Account followed) {
    return new Notification.Event(
        Notification.Type.FOLLOW, followed.id(), follower.id(), Optional.empty());
  }
}
