package ai.equalto.lesserbody.auth;

import ai.equalto.lesserbody.auth.Refusal.TokenFault;
import java.time.Instant;
import java.util.Optional;

/**
 * What there is to take back of a token that was presented for it. No proof is asked: whether a
 * signature verifies, or an audience is ours, can differ by the key and the name that this instance
 * knows at the moment, and who asks may name any token anyway.
 */
final class Revocable {
  private Revocable() {}

  /** The token, unless nothing can ever make it good here again. */
  static Optional<Issuance> of(String token, Authenticator authenticator, Instant now) {
    return CompactJws.read(token)
        .flatMap(jws ->
            issuer(jws)
                .filter(authenticator::knowsIssuer)
                .flatMap(issuer ->
                    TokenTimes.read(jws.claims())
                        .filter(times -> mayBeGood(times, now))
                        .map(times -> times.issuance(TokenId.of(issuer, jws)))));
  }

  private static Optional<String> issuer(CompactJws jws) {
    return switch (jws.algorithm()) {
      case HS256 -> Optional.of(TokenId.LESSER);
      case RS256, ES256 -> Optional.ofNullable(jws.claims().path("iss").textValue());
    };
  }

  private static boolean mayBeGood(TokenTimes times, Instant now) {
    return times
        .fault(now)
        .filter(fault -> fault == TokenFault.EXPIRED || fault == TokenFault.TOO_OLD)
        .isEmpty();
  }
}
