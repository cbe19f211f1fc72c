package ai.equalto.lesserbody.auth;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The scopes that the claims of a token grant. */
final class GrantedScopes {
  private GrantedScopes() {}

  /**
   * The known scopes of {@code scopes} (array) or, where that claim is absent, of {@code scope}
   * (separated by blanks, RFC 8693 section 4.2). What is not known grants nothing.
   *
   * @param prefix what stands before each scope that is meant for this server; may be empty
   */
  static Set<Scope> of(JsonNode claims, String prefix) {
    Set<Scope> granted = EnumSet.noneOf(Scope.class);
    for (String token : tokens(claims)) {
      if (token.startsWith(prefix)) {
        Scope.of(token.substring(prefix.length())).ifPresent(granted::add);
      }
    }
    return granted;
  }

  private static List<String> tokens(JsonNode claims) {
    if (claims.hasNonNull("scopes")) {
      JsonNode scopes = claims.get("scopes");
      return scopes.isArray()
          ? scopes.valueStream().filter(JsonNode::isTextual).map(JsonNode::textValue).toList()
          : List.of();
    }
    String scope = claims.path("scope").textValue();
    return scope == null ? List.of() : List.of(scope.split(" "));
  }
}
