package ai.equalto.lesserbody.lesser;

import static java.util.Objects.requireNonNull;

import ai.equalto.lesserbody.schema.Description;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/** A post, or the boost of one, which then shows the words and counts of the boosted post. */
record Post(
    @Description("The id of the post on this instance.") String id,
    @Description("Its page.") String url,
    @Description("The handle of its author, or of who boosts it.") String author,
    @Description("The words, without markup.") String text,
    @Description("What the author warns of; absent if of nothing.") Optional<String> contentWarning,
    @Description("When it was posted, or boosted.") Optional<Instant> createdAt,
    @Description("Who may see it: public, unlisted, private (followers) or direct.")
        String visibility,
    @Description("The id of the post that it answers; absent if none.") Optional<String> inReplyTo,
    @Description("The handle of the author of the boosted post; absent if this is no boost.")
        Optional<String> boostOf,
    @Description("How many replies it has.") long replies,
    @Description("How often it was boosted.") long boosts,
    @Description("How many favorited it.") long favorites) {
  /** A page of forty such posts stays far below the 6 MB that a function may return. */
  private static final int MAX_TEXT = 10_000;

  Post {
    requireNonNull(id, "id");
    requireNonNull(url, "url");
    requireNonNull(author, "author");
    requireNonNull(text, "text");
    requireNonNull(contentWarning, "contentWarning");
    requireNonNull(createdAt, "createdAt");
    requireNonNull(visibility, "visibility");
    requireNonNull(inReplyTo, "inReplyTo");
    requireNonNull(boostOf, "boostOf");
  }

  /** What Mastodon calls a Status. */
  static Post of(JsonNode json) throws InstanceException {
    JsonNode boosted = json.path("reblog");
    JsonNode shown = boosted.isObject() ? boosted : json;
    return new Post(
        Fields.id(json, "post"),
        Fields.maybeLine(shown, "url").orElseGet(() -> Fields.line(shown, "uri")),
        Fields.handle(json.path("account")),
        HtmlText.of(Fields.text(shown, "content"), MAX_TEXT),
        Fields.maybeLine(shown, "spoiler_text"),
        Fields.time(json, "created_at"),
        Fields.line(shown, "visibility"),
        Fields.maybeLine(shown, "in_reply_to_id"),
        boosted.isObject() ? Optional.of(Fields.handle(boosted.path("account"))) : Optional.empty(),
        Fields.count(shown, "replies_count"),
        Fields.count(shown, "reblogs_count"),
        Fields.count(shown, "favourites_count"));
  }
}
