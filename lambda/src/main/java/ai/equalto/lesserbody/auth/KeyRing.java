package ai.equalto.lesserbody.auth;

import java.util.ArrayList;
import java.util.List;

/**
 * The secrets that count: the current one signs and seals, and those before it only verify and open
 * what was once signed and sealed with them.
 */
public final class KeyRing {
  private final List<SigningKey> keys;

  /**
   * @param current the secret that signs and seals
   * @param previous the secrets that it replaced a short while ago, the latest first
   */
  public KeyRing(SigningKey current, List<SigningKey> previous) {
    List<SigningKey> all = new ArrayList<>(previous);
    all.addFirst(current);
    this.keys = List.copyOf(all);
  }

  SigningKey current() {
    return keys.getFirst();
  }

  /** All of them, the current one first. */
  List<SigningKey> all() {
    return keys;
  }

  @Override
  public String toString() {
    return "KeyRing[redacted]";
  }
}
