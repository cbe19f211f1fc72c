package ai.equalto.lesserbody.auth;

/** The outcome of asking who is calling. */
sealed interface Authentication {
  /** It is this one. */
  record Proven(Principal principal) implements Authentication {}

  /** It is nobody, for this reason. */
  record Refused(Refusal refusal) implements Authentication {}

  static Authentication refused(Refusal.TokenFault fault) {
    return new Refused(new Refusal.InvalidToken(fault));
  }
}
