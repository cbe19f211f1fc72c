package ai.equalto.lesserbody.auth;

import java.util.List;

/** What a kind of secret is good for. */
interface SecretReading<R> {
  /** What the audit calls this kind. */
  String name();

  /**
   * What verifies with these.
   *
   * @throws SecretSourceException if one of them cannot be used
   */
  R read(String current, List<String> previous) throws SecretSourceException;
}
