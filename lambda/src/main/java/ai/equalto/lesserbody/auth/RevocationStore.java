package ai.equalto.lesserbody.auth;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * What was taken back, as all instances of the function see it at once. Every method throws {@link
 * UnavailableException} where it cannot tell or keep something for certain.
 */
public interface RevocationStore {
  /**
   * What is known against a token.
   *
   * @param byToken whether this very token was taken back
   * @param issuedBefore the time before which all that was issued to its owner was taken back
   */
  record Entries(boolean byToken, Optional<Instant> issuedBefore) {
    public Entries {
      requireNonNull(issuedBefore, "issuedBefore");
    }
  }

  /** Finds what was taken back of a token and of its owner. */
  Entries find(String tokenId, String identity);

  /**
   * Takes a token back.
   *
   * @param until when it expires by itself, after which nothing need be known of it
   */
  void revokeToken(String tokenId, Instant until);

  /**
   * Takes back all that was issued to somebody before a time; an earlier time than one that is
   * already kept changes nothing.
   *
   * @param until when the last of it expires by itself
   */
  void revokeIdentity(String identity, Instant issuedBefore, Instant until);

  /** The store did not answer, or refused. */
  final class UnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnavailableException(String message) {
      super(message);
    }

    public UnavailableException(Throwable cause) {
      super(cause);
    }
  }
}
