package ai.equalto.lesserbody.local.instance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Statuses in order, and only those that the viewer may see. */
final class Timelines {
  private final Store store;
  private final Follows follows;
  private final Sight sight;

  Timelines(Store store, Follows follows, Sight sight) {
    this.store = store;
    this.follows = follows;
    this.sight = sight;
  }

  /** What the viewer and those whom the viewer follows post and boost; newest first. */
  Stream<Status> home(Account viewer) {
    Set<Long> authors =
        follows.followedBy(viewer.id()).map(Follow::followed).collect(Collectors.toSet());
    authors.add(viewer.id());
    return visible(viewer).filter(status -> authors.contains(status.author()));
  }

  /** What is public; neither boosts nor replies to others, as in Mastodon. Newest first. */
  Stream<Status> everybody(Account viewer) {
    return visible(viewer)
        .filter(status -> status.visibility() == Visibility.PUBLIC && !status.isReblog())
        .filter(status -> !isReplyToAnother(status));
  }

  /** What one account posts and boosts; newest first. */
  Stream<Status> of(Account author, Account viewer) {
    return visible(viewer).filter(status -> status.author() == author.id());
  }

  /** Posts in which each word of a text occurs, in whatever case; newest first. */
  Stream<Status> containing(String text, Account viewer) {
    List<String> words = List.of(lower(text).split("\\s+", -1));
    return visible(viewer)
        .filter(status -> !status.isReblog())
        .filter(status -> words.stream().allMatch(lower(status.draft().text())::contains));
  }

  /** What a status replies to, what that replies to, and so on; the first of them first. */
  List<Status> before(Status status, Account viewer) {
    List<Status> before = new ArrayList<>();
    Optional<Status> parent = parent(status, viewer);
    while (parent.isPresent()) {
      before.addFirst(parent.get());
      parent = parent(parent.get(), viewer);
    }
    return before;
  }

  /** What replies to a status, and to that, and so on; oldest first. */
  List<Status> after(Status status, Account viewer) {
    Set<Long> thread = new HashSet<>(Set.of(status.id()));
    // A reply is younger than what it replies to, so one pass finds them all.
    return store
        .statuses()
        .oldestFirst()
        .filter(other -> other.draft().inReplyTo().filter(thread::contains).isPresent())
        .filter(other -> sight.maySee(viewer, other))
        .filter(other -> thread.add(other.id()))
        .toList();
  }

  private Optional<Status> parent(Status status, Account viewer) {
    return status.draft().inReplyTo().flatMap(id -> sight.find(viewer, id));
  }

  private boolean isReplyToAnother(Status status) {
    return status
        .draft()
        .inReplyTo()
        .flatMap(store.statuses()::find)
        .filter(parent -> parent.author() != status.author())
        .isPresent();
  }

  private Stream<Status> visible(Account viewer) {
    return store.statuses().newestFirst().filter(status -> sight.maySee(viewer, status));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
