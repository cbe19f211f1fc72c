package ai.equalto.lesserbody.auth;

import java.util.Optional;

/** The outcome of asking who is calling. */
sealed interface Authentication {
  /**
   * It is this one.
   *
   * @param issuance of the token that proved it, if it was one
   */
  record Proven(Principal principal, Optional<Issuance> issuance) implements Authentication {}

  /** It is nobody, for this reason. */
  record Refused(Refusal refusal) implements Authentication {}

  static Authentication refused(Refusal.TokenFault fault) {
    return new Refused(new Refusal.InvalidToken(fault));
  }
}
