package ai.equalto.lesserbody.jwks;

import java.security.PublicKey;

/** What is known of a key that was asked for. */
public sealed interface KeyAnswer {
  /** The issuer publishes it, for this algorithm. */
  record Found(PublicKey key) implements KeyAnswer {}

  /** The issuer does not, as far as was looked. */
  record Unknown() implements KeyAnswer {}

  /** What the issuer publishes cannot be known now. */
  record Unavailable() implements KeyAnswer {}
}
