package ai.equalto.lesserbody.auth;

import io.jsonwebtoken.Claims;
import io.jsonwebtoken.JwtBuilder;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import java.time.Clock;
import javax.crypto.SecretKey;

/** What one secret seals and opens with for one purpose. */
final class SealingKey {
  private final String id;
  private final SecretKey key;
  private final JwtParser parser;

  SealingKey(SigningKey secret, String purpose, Clock clock) {
    this.id = secret.id();
    this.key = secret.derive(purpose);
    this.parser = CompactA256Gcm.parser(key, clock);
  }

  String id() {
    return id;
  }

  /**
   * The claims, encrypted and authenticated. jjwt draws the IV now, from the generator of the
   * platform; one that is passed in could repeat itself, and with GCM a repeated IV gives away the
   * texts and the means to forge others.
   */
  String encrypt(JwtBuilder claims) {
    return claims
        .header()
        .keyId(id)
        .and()
        .encryptWith(key, Jwts.KEY.DIRECT, Jwts.ENC.A256GCM)
        .compact();
  }

  /**
   * The claims of a text that {@link CompactA256Gcm#keyId} found this key for.
   *
   * @throws JwtException if any part of it was changed, or it has expired
   */
  Claims decrypt(String sealed) {
    return parser.parseEncryptedClaims(sealed).getPayload();
  }

  @Override
  public String toString() {
    return "SealingKey[" + id + "]";
  }
}
