package ai.equalto.lesserbody.local.instance;

import java.util.Optional;
import java.util.stream.Stream;

/** Reads what somebody wants to publish, and refuses what this instance cannot. */
final class DraftReader {
  /** The draft, or why it cannot be one. */
  sealed interface Reading {
    /** It can be published. */
    record Good(Draft draft) implements Reading {}

    /** It cannot. */
    record Bad(Answer answer) implements Reading {}
  }

  private static final Answer NO_PARENT =
      Answer.error(404, "The post you are trying to reply to does not appear to exist.");

  private final Sight sight;

  DraftReader(Sight sight) {
    this.sight = sight;
  }

  Reading read(Call call) {
    Params params = call.params();
    Optional<Status> parent =
        params.id("in_reply_to_id").flatMap(id -> sight.find(call.caller(), id));
    if (params.has("in_reply_to_id") && parent.isEmpty()) {
      return new Reading.Bad(NO_PARENT);
    }
    Optional<Visibility> visibility =
        Visibility.of(params.text("visibility").orElse(Visibility.PUBLIC.wire()));
    if (visibility.isEmpty()) {
      return invalid("Visibility is not included in the list");
    }
    Draft draft =
        new Draft(
            params.text("status").orElse("").replace("\r\n", "\n").strip(),
            params.text("spoiler_text").orElse("").strip(),
            params.flag("sensitive"),
            params.text("language").filter(code -> !code.isBlank()),
            visibility.get(),
            parent.map(Status::id));
    return problem(params, draft).map(DraftReader::invalid).orElse(new Reading.Good(draft));
  }

  private static Optional<String> problem(Params params, Draft draft) {
    if (Stream.of("media_ids", "poll", "scheduled_at").anyMatch(params::has)) {
      return Optional.of("Media, polls and scheduling are not available on this instance");
    }
    if (draft.text().isEmpty()) {
      return Optional.of("Text can't be blank");
    }
    return Length.of(draft.text()) + Length.of(draft.spoiler()) > Length.LIMIT
        ? Optional.of("Text character limit of 500 exceeded")
        : Optional.empty();
  }

  private static Reading invalid(String problem) {
    return new Reading.Bad(Answer.invalid(problem));
  }
}
