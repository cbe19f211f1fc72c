package ai.equalto.lesserbody.auth;

import java.util.Optional;

/** Secrets that cannot be had. */
public final class TestSecrets {
  private TestSecrets() {}

  /** Never any. */
  public static Secrets none() {
    return new Secrets() {
      @Override
      public Optional<KeyRing> keys() {
        return Optional.empty();
      }

      @Override
      public Optional<KeyRing> renewed() {
        return Optional.empty();
      }
    };
  }
}
