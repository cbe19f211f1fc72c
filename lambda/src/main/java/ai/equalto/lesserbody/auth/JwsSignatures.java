package ai.equalto.lesserbody.auth;

import ai.equalto.lesserbody.auth.Refusal.TokenFault;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.SecureDigestAlgorithm;
import io.jsonwebtoken.security.SignatureException;
import io.jsonwebtoken.security.VerifySecureDigestRequest;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.SecretKey;

/**
 * Has signatures verified by the algorithms of jjwt, which also refuse a key that is too weak for
 * them or of another kind. Its parser would do so too, but first gets ready for every algorithm
 * that there is; {@link CompactJws} has read the token already, and stricter.
 */
final class JwsSignatures {
  private JwsSignatures() {}

  /** What is wrong with a token that claims to be signed with HS256, as far as the key tells. */
  static Optional<TokenFault> fault(CompactJws jws, SecretKey key) {
    return fault(jws, Jwts.SIG.HS256, key);
  }

  /** What is wrong with a token that claims to be signed with RS256 or ES256. */
  static Optional<TokenFault> fault(CompactJws jws, PublicKey key) {
    return switch (jws.algorithm()) {
      case RS256 -> fault(jws, Jwts.SIG.RS256, key);
      case ES256 -> fault(jws, Jwts.SIG.ES256, key);
      case HS256 -> throw new IllegalStateException("no issuer publishes a secret");
    };
  }

  private static <K extends Key> Optional<TokenFault> fault(
      CompactJws jws, SecureDigestAlgorithm<?, K> algorithm, K key) {
    if (!jws.headerFits()) {
      return Optional.of(TokenFault.BAD_CLAIMS);
    }
    // Whoever could choose the algorithm could sign with a public key as if it were a secret.
    if (!algorithm.getId().equals(jws.algorithm().name())) {
      return Optional.of(TokenFault.BAD_SIGNATURE);
    }
    try {
      if (!algorithm.verify(new Verification<>(jws, key))) {
        return Optional.of(TokenFault.BAD_SIGNATURE);
      }
    } catch (SignatureException e) {
      return Optional.of(TokenFault.BAD_SIGNATURE);
    } catch (JwtException | IllegalArgumentException e) {
      return Optional.of(TokenFault.BAD_CLAIMS);
    }
    return jws.claimsFit() ? Optional.empty() : Optional.of(TokenFault.BAD_CLAIMS);
  }

  /** Whether the signature is one of what was signed, by this key. */
  private static final class Verification<K extends Key> implements VerifySecureDigestRequest<K> {
    private final InputStream signed;
    private final byte[] signature;
    private final K key;

    Verification(CompactJws jws, K key) {
      this.signed = new ByteArrayInputStream(jws.signed().getBytes(StandardCharsets.US_ASCII));
      this.signature = jws.signature();
      this.key = key;
    }

    @Override
    public InputStream getPayload() {
      return signed;
    }

    @Override
    public byte[] getDigest() {
      return signature;
    }

    @Override
    public K getKey() {
      return key;
    }

    /** The one that the platform chooses. */
    @Override
    public Provider getProvider() {
      return null;
    }

    /** None: nothing is drawn to verify. */
    @Override
    public SecureRandom getSecureRandom() {
      return null;
    }
  }
}
