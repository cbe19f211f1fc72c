package ai.equalto.lesserbody.auth;

import java.util.List;
import java.util.stream.Stream;

/**
 * The secrets that values are sealed with: the current one seals, and those before it only open
 * what they once sealed. Access tokens are none of its business: a secret that was replaced
 * verifies none.
 */
public final class KeyRing {
  private final SigningKey current;
  private final List<SigningKey> previous;

  /**
   * @param current the secret that seals
   * @param previous the secrets that were replaced, the latest first
   */
  public KeyRing(SigningKey current, List<SigningKey> previous) {
    this.current = current;
    this.previous = List.copyOf(previous);
  }

  SigningKey current() {
    return current;
  }

  /** All of them, the current one first. */
  Stream<SigningKey> all() {
    return Stream.concat(Stream.of(current), previous.stream());
  }

  @Override
  public String toString() {
    return "KeyRing[redacted]";
  }
}
