package ai.equalto.lesserbody.local.token;

import ai.equalto.lesserbody.auth.Scope;
import java.net.URI;
import java.util.Arrays;
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
  private static final int MAX_USERNAME = 256;

  /**
   * A request for a token that the server would accept.
   *
   * @throws IllegalArgumentException if it would not, for its username or for want of a scope
   */
  public TokenRequest {
    if (username.isEmpty()
        || username.length() > MAX_USERNAME
        || !username.equals(username.strip())
        || username.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "a username has 1 to 256 characters, no control characters, and no blanks around it");
    }
    scopes = Collections.unmodifiableSet(EnumSet.copyOf(scopes));
  }

  /**
   * The scope of that name.
   *
   * @throws IllegalArgumentException if the server does not know it
   */
  public static Scope scope(String token) {
    return Arrays.stream(Scope.values())
        .filter(scope -> scope.token().equals(token))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "there is no scope '%s'; there are read, write and admin".formatted(token)));
  }
}
