package ai.equalto.lesserbody.auth;

import ai.equalto.lesserbody.auth.Refusal.TokenFault;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Verifies the access tokens of the Lesser instance: JWTs (RFC 7519) signed with HS256.
 *
 * <p>A token is accepted only if {@code username} is a name, {@code exp} lies ahead, {@code iat}
 * lies at most {@link #MAX_AGE} back and {@link TokenTimes#CLOCK_SKEW} ahead, whatever {@code exp}
 * says, and its signature verifies with a key that counts now. {@code nbf} and {@code aud} are
 * honoured where present. Claims are judged first: what they rule out costs no key.
 */
public final class LesserTokens {
  /** How long after its issue a token is good for at most. */
  public static final Duration MAX_AGE = TokenTimes.MAX_AGE;

  private static final Optional<TokenFault> BAD_SIGNATURE = Optional.of(TokenFault.BAD_SIGNATURE);

  private final Secrets secrets;
  private final Clock clock;

  /**
   * @param secrets the secret of the instance
   * @param clock tells the time that tokens are judged by
   */
  public LesserTokens(Secrets secrets, Clock clock) {
    this.secrets = secrets;
    this.clock = clock;
  }

  /**
   * Who the token proves the caller to be.
   *
   * @param jws claims to be signed with HS256
   * @param audience what it must be meant for
   */
  Authentication verify(CompactJws jws, Audience audience) {
    Optional<LesserClaims> claims = LesserClaims.read(jws.claims());
    if (claims.isEmpty()) {
      return Authentication.refused(TokenFault.BAD_CLAIMS);
    }
    Optional<TokenFault> fault = claims.get().fault(clock.instant(), audience);
    if (fault.isPresent()) {
      return Authentication.refused(fault.get());
    }
    Optional<KeyRing> keys = secrets.keys();
    if (keys.isEmpty()) {
      return new Authentication.Refused(new Refusal.Unavailable());
    }
    Optional<TokenFault> forged = signatureFault(jws, keys.get());
    return forged.isPresent() ? Authentication.refused(forged.get()) : proven(claims.get(), jws);
  }

  /** The secret may have been rotated since it was last read, so a failure is worth a look. */
  private Optional<TokenFault> signatureFault(CompactJws jws, KeyRing keys) {
    Optional<TokenFault> fault = fault(jws, keys);
    if (!fault.equals(BAD_SIGNATURE)) {
      return fault;
    }
    Optional<KeyRing> renewed = secrets.renewed();
    return renewed.isEmpty() || renewed.get() == keys ? fault : fault(jws, renewed.get());
  }

  private static Optional<TokenFault> fault(CompactJws jws, KeyRing keys) {
    for (SigningKey key : keys.all()) {
      Optional<TokenFault> fault = JwsSignatures.fault(jws, key.forAccessTokens());
      if (!fault.equals(BAD_SIGNATURE)) {
        return fault;
      }
    }
    return BAD_SIGNATURE;
  }

  private static Authentication proven(LesserClaims claims, CompactJws jws) {
    return new Authentication.Proven(
        new Principal(
            new Proof.LesserToken(new AccessToken(jws.text())), claims.username(), claims.scopes()),
        Optional.of(claims.times().issuance(TokenId.of(TokenId.LESSER, jws))));
  }
}
