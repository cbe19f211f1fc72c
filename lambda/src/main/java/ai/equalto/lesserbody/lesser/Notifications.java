package ai.equalto.lesserbody.lesser;

import static java.util.Objects.requireNonNull;

import ai.equalto.lesserbody.schema.Description;
import java.util.List;
import java.util.Optional;

/** A page of notifications. */
record Notifications(
    @Description("The notifications, newest first.") List<Notification> notifications,
    @Description("Pass it as cursor to go on; absent if there is no more.")
        Optional<String> nextCursor) {
  Notifications {
    notifications = List.copyOf(notifications);
    requireNonNull(nextCursor, "nextCursor");
  }

  /** The page that an answer is. */
  static Notifications of(Answer answer) throws InstanceException {
    return new Notifications(Fields.list(answer.json(), Notification::of), answer.nextCursor());
  }
}
