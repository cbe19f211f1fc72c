package ai.equalto.lesserbody.auth;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
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
        Optional<Scope> scope = Scope.of(token.substring(prefix.length()));
        if (scope.isPresent()) {
          granted.add(scope.get());
        }
      }
    }
    return granted;
  }

  private static List<String> tokens(JsonNode claims) {
    if (!claims.hasNonNull("scopes")) {
      String scope = claims.path("scope").textValue();
      return scope == null ? List.of() : List.of(scope.split(" "));
    }
    List<String> tokens = new ArrayList<>();
    JsonNode scopes = claims.get("scopes");
    if (scopes.isArray()) {
      for (JsonNode scope : scopes) {
        if (scope.isTextual()) {
          tokens.add(scope.textValue());
        }
      }
    }
    return tokens;
  }
}
