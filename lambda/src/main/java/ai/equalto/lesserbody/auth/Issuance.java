package ai.equalto.lesserbody.auth;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A token that was issued, as far as revoking it needs to know.
 *
 * @param tokenId tells it from every other token: of its {@code jti} and who issued it, or of what
 *     was signed where it has no {@code jti}; never the token itself
 * @param issuedAt the claim {@code iat}
 * @param expiresAt the claim {@code exp}
 */
public record Issuance(String tokenId, Instant issuedAt, Instant expiresAt) {
  public Issuance {
    requireNonNull(tokenId, "tokenId");
    requireNonNull(issuedAt, "issuedAt");
    requireNonNull(expiresAt, "expiresAt");
  }
}
