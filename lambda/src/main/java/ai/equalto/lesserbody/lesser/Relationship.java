package ai.equalto.lesserbody.lesser;

import static java.util.Objects.requireNonNull;

import ai.equalto.lesserbody.schema.Description;
import com.fasterxml.jackson.databind.JsonNode;

/** How the caller's account stands to another one. */
record Relationship(
    @Description("The id of the other account on this instance.") String accountId,
    @Description("Whether you follow it.") boolean following,
    @Description("Whether you asked to follow it and wait for its consent.") boolean requested,
    @Description("Whether it follows you.") boolean followedBy) {
  Relationship {
    requireNonNull(accountId, "accountId");
  }

  /** What Mastodon calls so too. */
  static Relationship of(JsonNode json) throws InstanceException {
    return new Relationship(
        Fields.id(json, "relationship"),
        json.path("following").asBoolean(),
        json.path("requested").asBoolean(),
        json.path("followed_by").asBoolean());
  }
}
