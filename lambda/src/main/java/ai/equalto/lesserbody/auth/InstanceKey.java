package ai.equalto.lesserbody.auth;

import ai.equalto.lesserbody.jsonrpc.Sha256;
import java.security.MessageDigest;
import java.util.regex.Pattern;

/**
 * The key of the managed instance, of which only a digest is kept. Never printed: {@link
 * #toString()} is redacted.
 */
public final class InstanceKey {
  /** The fewest characters it may have. */
  public static final int MIN_LENGTH = 32;

  /** What a bearer token may be made of (RFC 6750 section 2.1). */
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

  private final byte[] digest;

  private InstanceKey(byte[] digest) {
    this.digest = digest;
  }

  /**
   * The key.
   *
   * @throws IllegalArgumentException if it has fewer than {@value #MIN_LENGTH} characters, cannot
   *     be sent as a bearer token, or has the form of a JWT and so could not be told from one; the
   *     message repeats nothing of it
   */
  public static InstanceKey of(String key) {
    if (key.length() < MIN_LENGTH) {
      throw new IllegalArgumentException(
          "a key of " + key.length() + " characters, fewer than " + MIN_LENGTH);
    }
    if (!TOKEN.matcher(key).matches()) {
      throw new IllegalArgumentException("not what a bearer token may be made of");
    }
    if (CompactJws.hasForm(key)) {
      throw new IllegalArgumentException("of the form x.y.z, which is that of a JWT");
    }
    return new InstanceKey(Sha256.of(key));
  }

  /** Digests are compared, in constant time: neither length nor content shows in it. */
  boolean is(String presented) {
    return MessageDigest.isEqual(digest, Sha256.of(presented));
  }

  @Override
  public String toString() {
    return "InstanceKey[redacted]";
  }
}
