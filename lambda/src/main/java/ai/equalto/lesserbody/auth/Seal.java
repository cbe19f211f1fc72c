package ai.equalto.lesserbody.auth;

import io.jsonwebtoken.Claims;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.Jwts;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Hands a caller a few values to bring back later, so that any instance of the function can trust
 * them without a store. Sealed values are encrypted and authenticated (a JWE, RFC 7516, with {@code
 * dir} and {@code A256GCM}): whoever holds them can neither read nor change them, and learns only
 * their length and the id of the key. They are bound to one principal and one purpose, and expire.
 * Until then they can be brought back any number of times.
 *
 * <p>Nothing is drawn when the function starts, as two instances that are restored from one
 * snapshot would share it: the keys come from the secrets, and each seal draws its own IV. Keys are
 * derived when they are first needed, so that they cost no cold start.
 */
public final class Seal {
  private static final String TYPE = "pty";
  private static final String VALUES = "val";

  private final Secrets secrets;
  private final String purpose;
  private final Clock clock;
  private final Map<SigningKey, SealingKey> derived = new ConcurrentHashMap<>();

  /**
   * @param secrets what sealing keys are derived from
   * @param purpose what is sealed; a seal opens nothing that was sealed for another purpose
   */
  public Seal(Secrets secrets, String purpose, Clock clock) {
    this.secrets = secrets;
    this.purpose = purpose;
    this.clock = clock;
  }

  /**
   * The values, sealed with the current key for this principal; URL-safe, of visible ASCII
   * characters.
   *
   * @throws java.util.NoSuchElementException if there is no secret now
   * @throws IllegalArgumentException if they are too long to be opened again: more than about 380
   *     KiB
   */
  public String seal(Principal owner, Map<String, String> values, Duration lifetime) {
    String sealed =
        derived(secrets.keys().orElseThrow().current())
            .encrypt(
                Jwts.builder()
                    .json(JwtJson.WRITER)
                    .claim(VALUES, values)
                    .claim(TYPE, owner.proof().type())
                    .subject(owner.identity())
                    .expiration(Date.from(clock.instant().plus(lifetime))));
    if (sealed.length() > CompactA256Gcm.MAX_LENGTH) {
      throw new IllegalArgumentException(sealed.length() + " characters are too long for a seal");
    }
    return sealed;
  }

  /**
   * The values, if this was sealed for this principal and purpose with a key of the ring, is
   * unchanged and has not expired; the moment of expiry is too late.
   */
  public Optional<Map<String, String>> open(Principal owner, String sealed) {
    try {
      return CompactA256Gcm.keyId(sealed)
          .flatMap(this::find)
          .map(key -> key.decrypt(sealed))
          .filter(claims -> isOf(owner, claims) && isAhead(claims.getExpiration()))
          .map(Seal::values);
    } catch (JwtException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Another instance of the function may have sealed it, with a secret that is new here. */
  private Optional<SealingKey> find(String id) {
    return find(id, secrets.keys()).or(() -> find(id, secrets.renewed()));
  }

  private Optional<SealingKey> find(String id, Optional<KeyRing> keys) {
    return keys.stream()
        .flatMap(ring -> ring.all().stream())
        .map(this::derived)
        .filter(key -> key.id().equals(id))
        .findFirst();
  }

  private SealingKey derived(SigningKey secret) {
    return derived.computeIfAbsent(secret, key -> new SealingKey(key, purpose, clock));
  }

  private static boolean isOf(Principal owner, Claims claims) {
    return owner.identity().equals(claims.getSubject())
        && owner.proof().type().equals(claims.get(TYPE));
  }

  /** Stricter than the parser, for which the moment of expiry itself is still good. */
  private boolean isAhead(Date expiry) {
    return expiry != null && expiry.toInstant().isAfter(clock.instant());
  }

  private static Map<String, String> values(Claims claims) {
    Map<String, String> values = new HashMap<>();
    if (claims.get(VALUES) instanceof Map<?, ?> texts) {
      texts.forEach((name, text) -> values.put(name.toString(), text.toString()));
    }
    return Map.copyOf(values);
  }
}
