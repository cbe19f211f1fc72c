package ai.equalto.lesserbody.auth;

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

  /** What is wrong with a token. For the operator; the caller is not told which. */
  enum TokenFault {
    /** The Authorization field holds no single bearer token. */
    NOT_BEARER,
    /** There is no key to verify any token with. */
    NO_KEY,
    /** Not a signed JWT with the pinned algorithm. */
    NOT_HS256,
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
    WRONG_AUDIENCE
  }
}
