package ai.equalto.lesserbody.local.instance;

import java.util.Optional;

/** The one answer to who may see a status. To everybody else it does not exist. */
final class Sight {
  private final Store store;
  private final Follows follows;

  Sight(Store store, Follows follows) {
    this.store = store;
    this.follows = follows;
  }

  /** Whether somebody may see a status and, where it boosts another, that one too. */
  boolean maySee(Account viewer, Status status) {
    return maySeeAlone(viewer, status)
        && status.reblogOf().map(original -> find(viewer, original).isPresent()).orElse(true);
  }

  /** A status, if there is one that this viewer may see. */
  Optional<Status> find(Account viewer, long id) {
    return store.statuses().find(id).filter(status -> maySee(viewer, status));
  }

  private boolean maySeeAlone(Account viewer, Status status) {
    if (status.author() == viewer.id() || status.mentions().contains(viewer.id())) {
      return true;
    }
    return switch (status.visibility()) {
      case PUBLIC, UNLISTED -> true;
      case PRIVATE -> follows.follows(viewer.id(), status.author());
      case DIRECT -> false;
    };
  }
}
