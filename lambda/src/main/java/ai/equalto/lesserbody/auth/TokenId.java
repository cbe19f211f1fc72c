package ai.equalto.lesserbody.auth;

import ai.equalto.lesserbody.jsonrpc.Sha256;
import io.jsonwebtoken.Claims;
import java.util.HexFormat;

/** Names for tokens that do not let anyone use them: SHA-256 digests in hexadecimal digits. */
final class TokenId {
  /** Enough to find a token's traces in the audit; too little to test guesses of a key by. */
  private static final int FINGERPRINT_DIGITS = 8;

  /** Who issues the tokens of the Lesser instance, as far as their ids are concerned. */
  static final String LESSER = "lesser";

  private TokenId() {}

  /**
   * The id by which a token is revoked: of its {@code jti}, which is unique to who issued it (RFC
   * 7519 section 4.1.7), or of what was signed where it has none. Not of the signature: of every
   * one of ECDSA whoever sees it can make another that verifies too.
   */
  static String of(String issuer, CompactJws jws) {
    String jti = jws.claims().path(Claims.ID).asText("");
    return jti.isEmpty() ? "token:" + digest(jws.signed()) : ofJti(issuer, jti);
  }

  /** The id of the token with this {@code jti}. */
  static String ofJti(String issuer, String jti) {
    // A length in front keeps two pairs from reading the same.
    return "jti:" + digest(issuer.length() + ":" + issuer + jti);
  }

  /** What the audit calls credentials that were presented, whatever they are. */
  static String fingerprint(String credentials) {
    return digest(credentials).substring(0, FINGERPRINT_DIGITS);
  }

  private static String digest(String text) {
    return HexFormat.of().formatHex(Sha256.of(text));
  }
}
