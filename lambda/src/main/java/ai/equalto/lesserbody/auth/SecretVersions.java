package ai.equalto.lesserbody.auth;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A stored secret at one moment.
 *
 * @param current the version that signs
 * @param previous the version that it replaced, if it replaced one
 */
public record SecretVersions(SecretVersion current, Optional<SecretVersion> previous) {
  public SecretVersions {
    requireNonNull(current, "current");
    requireNonNull(previous, "previous");
  }

  /** Whether nothing was rotated between the two. */
  boolean areSameAs(SecretVersions other) {
    return current.id().equals(other.current.id())
        && previous.map(SecretVersion::id).equals(other.previous.map(SecretVersion::id));
  }
}
