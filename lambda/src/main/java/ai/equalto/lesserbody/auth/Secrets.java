package ai.equalto.lesserbody.auth;

import java.util.Optional;

/** The secret that is shared with the Lesser instance, as it stands when it is asked for. */
public interface Secrets {
  /**
   * The keys that count now: the current one, and the one before it for a while after a rotation.
   * The same object as long as they are the same. Empty if none can be had.
   */
  Optional<KeyRing> keys();

  /**
   * Asks for the keys anew, since a token did not verify with those at hand and may be signed with
   * one that they lack; asks in vain if that was done a moment ago.
   */
  Optional<KeyRing> renewed();

  /** A secret that is given once and for all. */
  static Secrets fixed(KeyRing keys) {
    return new Secrets() {
      @Override
      public Optional<KeyRing> keys() {
        return Optional.of(keys);
      }

      @Override
      public Optional<KeyRing> renewed() {
        return keys();
      }
    };
  }
}
