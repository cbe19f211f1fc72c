package ai.equalto.lesserbody.lesser;

import static java.util.Objects.requireNonNull;

import ai.equalto.lesserbody.schema.Description;
import com.fasterxml.jackson.databind.JsonNode;

/** An account. */
record Account(
    @Description("The id of the account on this instance.") String id,
    @Description("Its handle, such as @bob@example.social; one of this instance has no host.")
        String handle,
    @Description("The name it goes by.") String displayName,
    @Description("Its page.") String url,
    @Description("What it says about itself.") String bio,
    @Description("How many follow it.") long followers,
    @Description("How many it follows.") long following,
    @Description("How many posts it wrote.") long posts) {
  private static final int MAX_BIO = 2_000;

  Account {
    requireNonNull(id, "id");
    requireNonNull(handle, "handle");
    requireNonNull(displayName, "displayName");
    requireNonNull(url, "url");
    requireNonNull(bio, "bio");
  }

  /** What Mastodon calls an Account. */
  static Account of(JsonNode json) throws InstanceException {
    return new Account(
        Fields.id(json, "account"),
        Fields.handle(json),
        Fields.line(json, "display_name"),
        Fields.line(json, "url"),
        HtmlText.of(Fields.text(json, "note"), MAX_BIO),
        Fields.count(json, "followers_count"),
        Fields.count(json, "following_count"),
        Fields.count(json, "statuses_count"));
  }
}
