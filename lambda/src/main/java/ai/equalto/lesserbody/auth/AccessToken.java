package ai.equalto.lesserbody.auth;

/**
 * The access token that a caller proved itself with, to act for that caller and nobody else. Never
 * printed: {@link #toString()} is redacted.
 */
public final class AccessToken {
  private final String value;

  AccessToken(String value) {
    this.value = value;
  }

  /** The token itself, for the one place that sends it to the instance that issued it. */
  public String reveal() {
    return value;
  }

  @Override
  public String toString() {
    return "AccessToken[redacted]";
  }
}
