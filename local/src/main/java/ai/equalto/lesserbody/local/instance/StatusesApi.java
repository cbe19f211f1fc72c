package ai.equalto.lesserbody.local.instance;

import ai.equalto.lesserbody.jsonrpc.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Single statuses: publish, read, delete, boost and like them. */
final class StatusesApi {
  private final Posts posts;
  private final Sight sight;
  private final Timelines timelines;
  private final StatusView view;
  private final DraftReader drafts;
  private final IdempotencyKeys keys;

  StatusesApi(
      Posts posts,
      Sight sight,
      Timelines timelines,
      StatusView view,
      DraftReader drafts,
      IdempotencyKeys keys) {
    this.posts = posts;
    this.sight = sight;
    this.timelines = timelines;
    this.view = view;
    this.drafts = drafts;
    this.keys = keys;
  }

  List<Route> routes() {
    String one = "/api/v1/statuses/:id";
    return List.of(
        Route.write("POST", "/api/v1/statuses", this::publish),
        Route.read(one, call -> with(call, this::show)),
        Route.read(one + "/context", call -> with(call, this::context)),
        Route.write("DELETE", one, call -> with(call, this::delete)),
        Route.write("POST", one + "/reblog", call -> with(call, this::reblog)),
        Route.write("POST", one + "/unreblog", call -> with(call, this::unreblog)),
        Route.write("POST", one + "/favourite", call -> with(call, this::favourite)),
        Route.write("POST", one + "/unfavourite", call -> with(call, this::unfavourite)));
  }

  private Answer with(Call call, BiFunction<Call, Status, Answer> work) {
    return call.id()
        .flatMap(id -> sight.find(call.caller(), id))
        .map(status -> work.apply(call, status))
        .orElse(Answer.NOT_FOUND);
  }

  private Answer show(Call call, Status status) {
    return Answer.ok(view.status(status, call.caller()));
  }

  private Answer publish(Call call) {
    Optional<String> key = call.request().header("Idempotency-Key");
    Optional<Status> published =
        key.flatMap(text -> keys.find(call.caller(), text))
            .flatMap(id -> sight.find(call.caller(), id));
    if (published.isPresent()) {
      return show(call, published.get());
    }
    return switch (drafts.read(call)) {
      case DraftReader.Reading.Bad(Answer refusal) -> refusal;
      case DraftReader.Reading.Good(Draft draft) -> {
        Status status = posts.publish(call.caller(), draft);
        key.ifPresent(text -> keys.remember(call.caller(), text, status));
        yield show(call, status);
      }
    };
  }

  private Answer context(Call call, Status status) {
    ObjectNode json = Json.object();
    json.set("ancestors", view.all(timelines.before(status, call.caller()), call.caller()));
    json.set("descendants", view.all(timelines.after(status, call.caller()), call.caller()));
    return Answer.ok(json);
  }

  /** Answers with the text as it was written, so that it can be written anew. */
  private Answer delete(Call call, Status status) {
    if (status.author() != call.caller().id()) {
      return Answer.NOT_FOUND;
    }
    ObjectNode json = view.status(status, call.caller()).put("text", status.draft().text());
    posts.delete(status);
    return Answer.ok(json);
  }

  /** Whoever boosts a boost means the post. */
  private Status original(Status status) {
    return status.reblogOf().map(posts::get).orElse(status);
  }

  private Answer reblog(Call call, Status status) {
    Status original = original(status);
    boolean own = original.author() == call.caller().id();
    return switch (original.visibility()) {
      case PUBLIC, UNLISTED -> show(call, posts.reblog(call.caller(), original, wanted(call)));
      // Its author may bring it up again, to those who could see it all along.
      case PRIVATE ->
          own
              ? show(call, posts.reblog(call.caller(), original, Visibility.PRIVATE))
              : Answer.NOT_ALLOWED;
      case DIRECT -> Answer.NOT_ALLOWED;
    };
  }

  private static Visibility wanted(Call call) {
    return call.params()
        .text("visibility")
        .flatMap(Visibility::of)
        .filter(visibility -> visibility != Visibility.DIRECT)
        .orElse(Visibility.PUBLIC);
  }

  private Answer unreblog(Call call, Status status) {
    Status original = original(status);
    posts.unreblog(call.caller(), original);
    return show(call, original);
  }

  private Answer favourite(Call call, Status status) {
    posts.favourite(call.caller(), original(status));
    return show(call, status);
  }

  private Answer unfavourite(Call call, Status status) {
    posts.unfavourite(call.caller(), original(status));
    return show(call, status);
  }
}
