package ai.equalto.lesserbody.local.token;

import ai.equalto.lesserbody.auth.Identity;
import ai.equalto.lesserbody.auth.Scope;
import java.net.URI;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a token is to say.
 *
 * @param username whose token it is
 * @param scopes what it allows, at least one
 * @param audience the server it is meant for
 */
public record TokenRequest(
    String username, Set<Scope> scopes, Lifetime lifetime, Optional<URI> audience) {
  /**
   * A request for a token that the server would accept.
   *
   * @throws IllegalArgumentException if it would not, for its username or for want of a scope
   */
  public TokenRequest {
    if (!Identity.isUsername(username)) {
      throw new IllegalArgumentException(
          "a username has 1 to 256 visible characters, and no blanks around it");
    }
    scopes = Collections.unmodifiableSet(EnumSet.copyOf(scopes));
  }

  /**
   * The scope of that name.
   *
   * @throws IllegalArgumentException if the server does not know it
   */
  public static Scope scope(String token) {
    return Scope.of(token)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "there is no scope '%s'; there are read, write and admin".formatted(token)));
  }
}
