package ai.equalto.lesserbody.auth;

import ai.equalto.lesserbody.auth.Refusal.TokenFault;
import ai.equalto.lesserbody.jwks.IssuerKeys;
import ai.equalto.lesserbody.jwks.KeyAnswer;
import java.security.PublicKey;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Verifies the access tokens of trusted issuers: JWTs (RFC 7519, RFC 9068) signed with RS256 or
 * ES256.
 *
 * <p>A token is accepted only if {@code iss} is one of them letter for letter, {@code sub} can be
 * shown, {@code aud} names this server or the issuer's entry excuses it, the times are as for
 * {@link LesserTokens}, and the signature verifies with the key that the issuer publishes under the
 * token's {@code kid}. What else a token says of keys is not looked at. All that can be judged
 * without a key is judged first, so that a forged token rarely costs a fetch.
 */
public final class IssuerTokens {
  private final Map<String, Trusted> issuers;
  private final Clock clock;

  private record Trusted(TrustedIssuer issuer, IssuerKeys keys) {}

  /**
   * @param issuers whose identifiers differ, each with the keys that it publishes
   * @param clock tells the time that tokens are judged by
   */
  public IssuerTokens(Map<TrustedIssuer, IssuerKeys> issuers, Clock clock) {
    Map<String, Trusted> byId = new HashMap<>();
    for (Map.Entry<TrustedIssuer, IssuerKeys> entry : issuers.entrySet()) {
      byId.put(entry.getKey().id(), new Trusted(entry.getKey(), entry.getValue()));
    }
    this.issuers = Map.copyOf(byId);
    this.clock = clock;
  }

  /** Where no issuer is trusted, whatever it signs. */
  public static IssuerTokens none() {
    return new IssuerTokens(Map.of(), Clock.systemUTC());
  }

  /** Whether this is one of the issuers. */
  boolean trust(String issuer) {
    return issuers.containsKey(issuer);
  }

  /**
   * Who the token proves the caller to be.
   *
   * @param jws claims to be signed with RS256 or ES256
   * @param audience what it must be meant for
   * @param requestId of the request that it came with
   */
  Authentication verify(CompactJws jws, Audience audience, String requestId) {
    Optional<Trusted> trusted =
        Optional.ofNullable(jws.claims().path("iss").textValue()).map(issuers::get);
    if (trusted.isEmpty()) {
      return Authentication.refused(TokenFault.UNKNOWN_ISSUER);
    }
    if (!TokenUse.isBearer(jws)) {
      return Authentication.refused(TokenFault.UNSUPPORTED);
    }
    Optional<IssuerClaims> claims = IssuerClaims.read(trusted.get().issuer(), jws.claims());
    if (claims.isEmpty()) {
      return Authentication.refused(TokenFault.BAD_CLAIMS);
    }
    return claims
        .get()
        .fault(clock.instant(), audience)
        .map(Authentication::refused)
        .orElseGet(() -> verify(jws, claims.get(), trusted.get().keys(), requestId));
  }

  private Authentication verify(
      CompactJws jws, IssuerClaims claims, IssuerKeys keys, String requestId) {
    String id = jws.header().path("kid").textValue();
    if (id == null) {
      return Authentication.refused(TokenFault.UNKNOWN_KEY);
    }
    return switch (keys.find(id, jws.algorithm().name(), requestId)) {
      case KeyAnswer.Unavailable() -> new Authentication.Refused(new Refusal.Unavailable());
      case KeyAnswer.Unknown() -> Authentication.refused(TokenFault.UNKNOWN_KEY);
      case KeyAnswer.Found(PublicKey key) ->
          JwsSignatures.fault(jws, key)
              .map(Authentication::refused)
              .orElseGet(() -> proven(claims, jws));
    };
  }

  private static Authentication proven(IssuerClaims claims, CompactJws jws) {
    String issuer = claims.issuer().id();
    return new Authentication.Proven(
        new Principal(new Proof.IssuerToken(issuer), claims.identity(), claims.scopes()),
        Optional.of(claims.times().issuance(TokenId.of(issuer, jws))));
  }
}
