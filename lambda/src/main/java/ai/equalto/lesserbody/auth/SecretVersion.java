package ai.equalto.lesserbody.auth;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** One version of a stored secret. Never printed: {@link #toString()} tells its id alone. */
public final class SecretVersion {
  private final String id;
  private final String stored;
  private final Instant createdAt;

  /**
   * @param id tells it from every other version; no secret
   * @param stored what is stored: the secret as it is, or JSON that holds it
   */
  public SecretVersion(String id, String stored, Instant createdAt) {
    this.id = requireNonNull(id, "id");
    this.stored = requireNonNull(stored, "stored");
    this.createdAt = requireNonNull(createdAt, "createdAt");
  }

  /** The id of the version, which may be logged. */
  public String id() {
    return id;
  }

  /** When it was stored. */
  public Instant createdAt() {
    return createdAt;
  }

  String stored() {
    return stored;
  }

  @Override
  public String toString() {
    return "SecretVersion[" + id + ", redacted]";
  }
}
