package ai.equalto.lesserbody.lesser;

import static java.util.Objects.requireNonNull;

import ai.equalto.lesserbody.schema.Description;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/** Something that happened to the caller's account. */
record Notification(
    @Description("The id of the notification.") String id,
    @Description("What happened, such as mention, reblog (a boost), favourite or follow.")
        String type,
    @Description("When it happened.") Optional<Instant> createdAt,
    @Description("The handle of the account that did it.") String account,
    @Description("The post that it is about; absent if about none.") Optional<Post> post) {
  Notification {
    requireNonNull(id, "id");
    requireNonNull(type, "type");
    requireNonNull(createdAt, "createdAt");
    requireNonNull(account, "account");
    requireNonNull(post, "post");
  }

  /** What Mastodon calls so too. */
  static Notification of(JsonNode json) throws InstanceException {
    JsonNode post = json.path("status");
    return new Notification(
        Fields.id(json, "notification"),
        Fields.line(json, "type"),
        Fields.time(json, "created_at"),
        Fields.handle(json.path("account")),
        post.isObject() ? Optional.of(Post.of(post)) : Optional.empty());
  }
}
