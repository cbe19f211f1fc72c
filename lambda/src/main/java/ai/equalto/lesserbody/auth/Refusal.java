package ai.equalto.lesserbody.auth;

import java.time.Duration;

/**
 * Why a caller is not let through. A value, never an exception; the caller learns the kind only.
 */
public sealed interface Refusal {
  /** The request carries no credentials. */
  record NoCredentials() implements Refusal {}

  /** The credentials prove nothing. */
  record InvalidToken(TokenFault fault) implements Refusal {}

  /** The caller is known, but its token does not reach this far. */
  record InsufficientScope(Scope needed) implements Refusal {}

  /** The caller is known, and nothing here is for it. */
  record NotAdmitted() implements Refusal {}

  /**
   * The address failed too often of late, so its next failures are not even looked into.
   *
   * @param left until they are again; more than zero
   */
  record LockedOut(Duration left) implements Refusal {}

  /** What would have to be asked whether the caller may pass cannot be reached. */
  record Unavailable() implements Refusal {}

  /** What is wrong with a token. For the operator; the caller is not told which. */
  enum TokenFault {
    /** The Authorization field holds no single bearer token. */
    NOT_BEARER,
    /** Not of a form, or signed with an algorithm, that is taken here. */
    UNSUPPORTED,
    /** Of an issuer that is not trusted. */
    UNKNOWN_ISSUER,
    /** Signed with a key that its issuer does not publish. */
    UNKNOWN_KEY,
    /** Issued to a client that is not admitted. */
    WRONG_CLIENT,
    /** Not the key of the managed instance. */
    WRONG_INSTANCE_KEY,
    /** The signature is of another key, or the token was changed. */
    BAD_SIGNATURE,
    /** A required claim is missing or of the wrong type. */
    BAD_CLAIMS,
    /** The token has expired. */
    EXPIRED,
    /** Issued longer ago than any token may live. */
    TOO_OLD,
    /** Issued, or valid only, in the future. */
    NOT_YET_VALID,
    /** Meant for another server. */
    WRONG_AUDIENCE,
    /** Taken back before it expired. */
    REVOKED
  }
}
