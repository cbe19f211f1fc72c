package ai.equalto.lesserbody.jwks;

import static java.util.Objects.requireNonNull;

import java.security.PublicKey;

/**
 * A public key, which verifies signatures of one algorithm and no other.
 *
 * @param id its {@code kid}
 * @param algorithm {@code RS256} or {@code ES256} (RFC 7518 section 3.1)
 */
record PublishedKey(String id, String algorithm, PublicKey key) {
  PublishedKey {
    requireNonNull(id, "id");
    requireNonNull(algorithm, "algorithm");
    requireNonNull(key, "key");
  }
}
