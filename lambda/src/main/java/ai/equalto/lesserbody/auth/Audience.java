package ai.equalto.lesserbody.auth;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a token must be meant for (RFC 7519 section 4.1.3), and the one answer to whether it is.
 *
 * @param name the value of {@code aud} that is ours
 * @param ofAllTokens whether the instance's tokens must name it too; those of other issuers must in
 *     any case
 */
record Audience(String name, boolean ofAllTokens) {
  Audience {
    requireNonNull(name, "name");
  }

  /** A string equals the name, or a list of strings contains it; nothing else matches. */
  boolean isIn(JsonNode claim) {
    return claim.isArray()
        ? claim.valueStream().anyMatch(member -> name.equals(member.textValue()))
        : name.equals(claim.textValue());
  }
}
