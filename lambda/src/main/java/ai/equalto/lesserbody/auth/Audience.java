package ai.equalto.lesserbody.auth;

import com.fasterxml.jackson.databind.JsonNode;

/** The one answer to whether a token is meant for this server (RFC 7519 section 4.1.3). */
final class Audience {
  private Audience() {}

  /** A string equals the resource, or a list of strings contains it; nothing else matches. */
  static boolean matches(JsonNode audience, String resource) {
    return audience.isArray()
        ? audience.valueStream().anyMatch(member -> resource.equals(member.textValue()))
        : resource.equals(audience.textValue());
  }
}
