package ai.equalto.lesserbody.auth;

import ai.equalto.lesserbody.auth.Refusal.TokenFault;
import com.fasterxml.jackson.databind.JsonNode;
import io.jsonwebtoken.Claims;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The claims of an access token of a trusted issuer, read strictly.
 *
 * @param issuer who issued it, as far as it says itself
 * @param claims all of them
 */
record IssuerClaims(TrustedIssuer issuer, String subject, TokenTimes times, JsonNode claims) {
  /** The claims, if those that are required are there and fit. */
  static Optional<IssuerClaims> read(TrustedIssuer issuer, JsonNode claims) {
    Optional<String> subject =
        Optional.ofNullable(claims.path(Claims.SUBJECT).textValue()).filter(Identity::isVisible);
    Optional<TokenTimes> times = TokenTimes.read(claims);
    return subject.isEmpty() || times.isEmpty()
        ? Optional.empty()
        : Optional.of(new IssuerClaims(issuer, subject.get(), times.get(), claims));
  }

  /** What speaks against the token at this time, for this audience. */
  Optional<TokenFault> fault(Instant now, Audience wanted) {
    return times.fault(now).or(() -> audienceFault(wanted)).or(this::clientFault);
  }

  /** Without {@code aud} a token is only for a client that was named for it. */
  private Optional<TokenFault> audienceFault(Audience wanted) {
    JsonNode audience = claims.path(Claims.AUDIENCE);
    boolean excused = audience.isMissingNode() && issuer.clients().isPresent();
    return excused || wanted.isIn(audience)
        ? Optional.empty()
        : Optional.of(TokenFault.WRONG_AUDIENCE);
  }

  private Optional<TokenFault> clientFault() {
    Optional<String> client = Optional.ofNullable(claims.path("client_id").textValue());
    return issuer
        .clients()
        .filter(clients -> client.filter(clients.ids()::contains).isEmpty())
        .map(clients -> TokenFault.WRONG_CLIENT);
  }

  Set<Scope> scopes() {
    return GrantedScopes.of(
        claims, issuer.clients().map(TrustedIssuer.Clients::scopePrefix).orElse(""));
  }

  String identity() {
    return Identity.ofSubject(issuer.id(), subject);
  }
}
