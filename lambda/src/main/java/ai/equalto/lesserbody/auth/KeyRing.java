package ai.equalto.lesserbody.auth;

import java.util.List;
import java.util.stream.Stream;

/**
 * The secrets that count: the current one signs and seals, and those before it only verify and open
 * what was once signed and sealed with them.
 */
public final class KeyRing {
  private final SigningKey current;
  private final List<SigningKey> previous;

  /**
   * @param current the secret that signs and seals
   * @param previous the secrets that it replaced a short while ago, the latest first
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
