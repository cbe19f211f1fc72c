package ai.equalto.lesserbody.auth;

/** Where a secret is stored, in versions. Asked seldom, and by one thread at a time. */
public interface SecretSource {
  /**
   * The versions of this moment. Ends within seconds, well or not.
   *
   * @throws SecretSourceException if the current one, or whether there is another, cannot be had
   */
  SecretVersions fetch() throws SecretSourceException;
}
