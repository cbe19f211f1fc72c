package ai.equalto.lesserbody.lesser;

import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.call.CallContext;
import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.JsonDigest;
import ai.equalto.lesserbody.lesser.PostInput.Visibility;
import ai.equalto.lesserbody.tool.Tool;
import ai.equalto.lesserbody.tool.ToolAnnotations;
import ai.equalto.lesserbody.transport.HttpCall.Method;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;

/** Writes posts, and passes those of others on. */
final class PostTools {
  private static final String STATUSES = "/api/v1/statuses";

  /** How long the same post counts as a repetition. */
  private static final Duration WINDOW = Duration.ofMinutes(5);

  private final Instance instance;
  private final Clock clock;

  PostTools(Instance instance, Clock clock) {
    this.instance = instance;
    this.clock = clock;
  }

  Tool<PostInput, Post> create() {
    return Tool.of(
        "post_create",
        "Post",
        "Publishes a post of your own, or an answer to another one. It goes out to other instances"
            + " at once, and cannot be called back.",
        Scope.WRITE,
        new ToolAnnotations(false, false, false, true),
        PostInput.class,
        Post.class,
        Work.handler(this::create));
  }

  private Work.Done<Post> create(PostInput input, CallContext call) throws InstanceException {
    ObjectNode body = Json.object().put("status", input.content());
    Visibility visibility = input.visibility().orElse(Visibility.PUBLIC);
    body.put("visibility", visibility.wire());
    input.inReplyTo().ifPresent(id -> body.put("in_reply_to_id", id));
    String key = input.idempotencyKey().orElseGet(() -> derivedKey(call, body));
    ApiCall post =
        ApiCall.sending(Method.POST, STATUSES, body)
            .about(input.inReplyTo().map(id -> "in_reply_to " + id).orElse(""))
            .once(key);
    Answer answer = instance.send(post, call);
    return new Work.Done<>(Post.of(answer.json()), answer.json());
  }

  /** The same for the same post of the same caller, so that a client that repeats posts once. */
  private String derivedKey(CallContext call, ObjectNode post) {
    ObjectNode all = Json.object().put("identity", call.principal().identity());
    all.put("window", clock.instant().getEpochSecond() / WINDOW.toSeconds());
    all.set("post", post);
    return JsonDigest.of(all);
  }

  Tool<PostIdInput, Post> boost() {
    return react(
        "post_boost", "Boost", "Boosts a post: passes it on to your followers.", "/reblog");
  }

  Tool<PostIdInput, Post> favorite() {
    return react(
        "post_favorite",
        "Favorite",
        "Marks a post as a favorite, which its author sees.",
        "/favourite");
  }

  private Tool<PostIdInput, Post> react(
      String name, String title, String description, String pathEnd) {
    return Tool.of(
        name,
        title,
        description,
        Scope.WRITE,
        new ToolAnnotations(false, false, true, true),
        PostIdInput.class,
        Post.class,
        Work.handler((input, call) -> {
          String path = STATUSES + "/" + Query.segment(input.postId()) + pathEnd;
          ApiCall reaction = ApiCall.post(path).about("post_id " + input.postId());
          Answer answer = instance.send(reaction, call);
          return new Work.Done<>(Post.of(answer.json()), answer.json());
        }));
  }
}
